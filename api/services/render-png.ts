import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { loadFonts } from '#api/services/fonts.ts';

/**
 * An SVG text as PNG bytes, drawn with the shipped fonts only: the same bytes on every machine.
 *
 * Input    svg: a whole SVG document; width in pixels (the height follows)
 * Output   PNG bytes
 * Errors   plain Error when the text is no SVG
 */
export function svgToPng(svg: string, options: { readonly width: number }): Uint8Array {
  // The native renderer reads fonts from files only; they live as long as this call.
  const folder = mkdtempSync(join(tmpdir(), 'weft-fonts-'));
  try {
    const fontFiles = Object.entries(loadFonts()).map(([name, bytes]: [string, Uint8Array]) => {
      const path = join(folder, `${name}.ttf`);
      writeFileSync(path, bytes);
      return path;
    });
    const resvg = new Resvg(svg, {
      fitTo: { mode: 'width', value: Math.round(options.width) },
      font: { loadSystemFonts: false, fontFiles, defaultFontFamily: 'Inter' },
    });
    return new Uint8Array(resvg.render().asPng());
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
