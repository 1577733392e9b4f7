import { create, type Font } from 'fontkit';
import { describe, expect, it } from 'vitest';
import { loadFonts } from '#api/services/fonts.ts';
import { canDraw, textWidth, type Face } from '#viz/scene/text-width.ts';

const fonts = Object.entries(loadFonts()) as [Face, Uint8Array][];

describe.each(fonts)('%s', (face, bytes) => {
  const font = create(Buffer.from(bytes)) as Font;

  it('has the advance width of every character that the font has', () => {
    for (const code of font.characterSet) {
      const character = String.fromCodePoint(code);
      expect(canDraw(character, face)).toBe(true);
      const width = (font.glyphForCodePoint(code).advanceWidth * 1000) / font.unitsPerEm;
      expect(Math.abs(textWidth(character, 1000, face) - width), character).toBeLessThanOrEqual(0.5);
    }
  });

  it('is never narrower than what is set, by more than a hundredth', () => {
    for (const name of [
      'Steady Youth College',
      'AVATAR Toy Works',
      'Łódź Żółw',
      'Фонд Новая гавань',
      'Σύλλογος',
    ]) {
      const set = (font.layout(name).advanceWidth * 10) / font.unitsPerEm;
      expect(textWidth(name, 10, face)).toBeGreaterThanOrEqual(set * 0.99);
    }
  });

  it('knows what it cannot draw', () => {
    expect(canDraw('中文', face)).toBe(false);
    expect(textWidth('中', 10, face)).toBe(10);
  });
});
