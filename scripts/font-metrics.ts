import { writeFileSync } from 'node:fs';
import { create } from 'fontkit';
import { loadFonts } from '#api/services/fonts.ts';

/**
 * Writes viz/scene/font-metrics.json: the advance width of every character of the shipped fonts in 1/1000 em, so
 * that text is measured in a browser without a font library. Run it after a change of the font packages.
 */
const faces = Object.entries(loadFonts()).map(([name, bytes]: [string, Uint8Array]) => {
  const font = create(Buffer.from(bytes));
  if (!('characterSet' in font)) throw new Error(`${name} is a collection; one font is expected.`);
  const per = 1000 / font.unitsPerEm;
  const runs: string[] = [];
  let last = -2;
  for (const code of [...font.characterSet].sort((a, b) => a - b)) {
    const width = Math.round(font.glyphForCodePoint(code).advanceWidth * per);
    const run = runs.at(-1);
    if (run !== undefined && code === last + 1) runs[runs.length - 1] = `${run} ${width}`;
    else runs.push(`${code.toString(16)}:${width}`);
    last = code;
  }
  const vertical = {
    ascent: font.ascent,
    descent: -font.descent,
    capHeight: font.capHeight,
    xHeight: font.xHeight,
  };
  const scaled = Object.fromEntries(
    Object.entries(vertical).map(([key, value]) => [key, Math.round(value * per)]),
  );
  return [name, { ...scaled, runs }] as const;
});
writeFileSync(
  new URL('../viz/scene/font-metrics.json', import.meta.url),
  `${JSON.stringify(Object.fromEntries(faces), null, 2)}\n`,
);
