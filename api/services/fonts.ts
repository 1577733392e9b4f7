import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { mergeSfnt } from '#api/services/merge-sfnt.ts';
import { sfntBytes, tablesFromWoff } from '#api/services/sfnt-from-woff.ts';

/** The fonts that Weft draws with, each one whole TrueType file (all scripts that its family ships). */
export interface Fonts {
  readonly interRegular: Uint8Array;
  readonly interMedium: Uint8Array;
  readonly interSemibold: Uint8Array;
  readonly serifRegular: Uint8Array;
  readonly serifSemibold: Uint8Array;
}

const scripts = ['latin', 'latin-ext', 'vietnamese', 'greek', 'greek-ext', 'cyrillic', 'cyrillic-ext'];
const require = createRequire(import.meta.url);
let loaded: Fonts | undefined;

/**
 * Inter and Source Serif 4 as TrueType bytes, for PNG and PDF. Read once a process, merged in memory from the
 * packages' WOFF cuts; nothing of the system's fonts is used, so the same text gives the same picture everywhere.
 *
 * Cost  about 60 ms the first time
 */
export function loadFonts(): Fonts {
  loaded ??= {
    interRegular: font('inter', 'Inter', 400, 'Regular'),
    interMedium: font('inter', 'Inter', 500, 'Medium'),
    interSemibold: font('inter', 'Inter', 600, 'SemiBold'),
    serifRegular: font('source-serif-4', 'Source Serif 4', 400, 'Regular'),
    serifSemibold: font('source-serif-4', 'Source Serif 4', 600, 'SemiBold'),
  };
  return loaded;
}

function font(name: string, family: string, weight: number, style: string): Uint8Array {
  const anchor = require.resolve(`@fontsource/${name}/files/${name}-latin-${weight}-normal.woff`);
  const cuts = scripts
    .map((script) => anchor.replace('-latin-', `-${script}-`))
    .filter((path) => existsSync(path))
    .map((path) => tablesFromWoff(new Uint8Array(readFileSync(path))));
  return sfntBytes(mergeSfnt(cuts, family, style));
}
