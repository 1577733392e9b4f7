import { createRequire } from 'node:module';

/** Weft's own version, as receipts print it. */
export const { version } = createRequire(import.meta.url)('../package.json') as { version: string };
