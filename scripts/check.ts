import { runAll } from './run-all.ts';

/** `npm run check`: the quick part, for every few minutes. */
await runAll(['unit']);
