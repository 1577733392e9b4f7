import { create, type Font } from 'fontkit';
import { describe, expect, it } from 'vitest';
import { loadFonts } from '#api/services/fonts.ts';
import { sfntBytes, tablesFromWoff } from '#api/services/sfnt-from-woff.ts';

describe('loadFonts', () => {
  it('gives one font a style with Latin, Cyrillic, Greek and Vietnamese', () => {
    for (const bytes of Object.values(loadFonts()) as Uint8Array[]) {
      const font = create(Buffer.from(bytes)) as Font;
      for (const character of 'AzŁžЖяΩάấ–·…') {
        expect(font.hasGlyphForCodePoint(character.codePointAt(0)!), character).toBe(true);
      }
    }
  });

  it('keeps composite glyphs of later cuts whole: an accented letter is as wide as its base, and drawn', () => {
    const font = create(Buffer.from(loadFonts().interRegular)) as Font;
    const width = (character: string): number => {
      const { minX, maxX } = font.glyphForCodePoint(character.codePointAt(0)!).bbox;
      return maxX - minX;
    };
    expect(width('ā')).toBeCloseTo(width('a'), -1);
    expect(width('ж')).toBeGreaterThan(width('з'));
  });

  it('refuses bytes that are no WOFF', () => {
    expect(() => tablesFromWoff(new Uint8Array(50))).toThrow('not a WOFF');
  });

  it('writes tables at borders of four bytes', () => {
    const bytes = sfntBytes(
      new Map([
        ['aaaa', new Uint8Array([1, 2, 3])],
        ['bbbb', new Uint8Array([4])],
      ]),
    );
    expect(bytes.length).toBe(12 + 32 + 8);
    expect([...bytes.subarray(44)]).toEqual([1, 2, 3, 0, 4, 0, 0, 0]);
  });
});
