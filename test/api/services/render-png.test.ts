import { describe, expect, it } from 'vitest';
import { svgToPng } from '#api/services/render-png.ts';

const svg = (words: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="100mm" height="20mm" viewBox="0 0 100 20"><text x="2" y="12" font-family="Inter" font-size="6">${words}</text></svg>`;

describe('svgToPng', () => {
  it('gives a PNG of the asked width, the same bytes twice', () => {
    const png = svgToPng(svg('Łódź Фонд'), { width: 400 });
    const view = new DataView(png.buffer, png.byteOffset);
    expect([...png.subarray(0, 8)]).toEqual([137, 80, 78, 71, 13, 10, 26, 10]);
    expect(view.getUint32(16)).toBe(400);
    expect(view.getUint32(20)).toBe(80);
    expect(svgToPng(svg('Łódź Фонд'), { width: 400 })).toEqual(png);
  });

  it('draws the letters of every script cut, each its own', () => {
    const pictures = ['A', 'Ł', 'Ж', 'Ω', 'ấ'].map((letter) =>
      Buffer.from(svgToPng(svg(letter), { width: 200 })).toString('base64'),
    );
    expect(new Set(pictures).size).toBe(5);
  });

  it('refuses what is no SVG', () => {
    expect(() => svgToPng('not a picture', { width: 100 })).toThrow();
  });
});
