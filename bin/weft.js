#!/usr/bin/env node
import { fileURLToPath } from 'node:url';
import { start } from './start.js';

await start(fileURLToPath(new URL('../api/cli/main.ts', import.meta.url)), process.argv.slice(2));
