#!/usr/bin/env node
// Runs a TypeScript file of the project (a script, a test run, a benchmark) as bin/weft.js runs Weft.
import { resolve } from 'node:path';
import { start } from './start.js';

const [file, ...args] = process.argv.slice(2);
await start(resolve(file ?? ''), args);
