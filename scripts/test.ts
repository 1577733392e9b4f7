import { runAll } from './run-all.ts';

/** `npm test`: everything, fast parts first. */
await runAll(['unit', 'command', 'e2e', 'reliability', 'bars']);
