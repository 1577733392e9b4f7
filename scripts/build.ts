import { buildScreen } from './build-screen.ts';

/** `node scripts/build.ts`: what `weft serve` needs and git does not keep. */
const { rebuilt } = await buildScreen();
process.stdout.write(rebuilt ? 'dist/viz built\n' : 'dist/viz is up to date\n');
