import { buildExample } from './build-example.ts';
import { buildScreen } from './build-screen.ts';

/** `node scripts/build.ts`: what `weft serve` needs, or is quicker with, and git does not keep. */
const { rebuilt } = await buildScreen();
process.stdout.write(rebuilt ? 'dist/viz built\n' : 'dist/viz is up to date\n');
try {
  const computed = await buildExample();
  process.stdout.write(computed ? 'dist/example computed\n' : 'dist/example is up to date\n');
} catch (error) {
  // The server computes it then when somebody looks.
  process.stderr.write(`dist/example was not made: ${String(error)}\n`);
}
