import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkJsonText } from '#api/services/check-json-text.ts';

const refused = (text: string, depth = 64): string | null => {
  try {
    checkJsonText(text, depth);
    return null;
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('checkJsonText', () => {
  it.each([
    '{"a":1,"a":2}',
    '{"a":1,"\\u0061":2}',
    '{"x":[{"a":{"b":1},"c":[{}],"a":1}]}',
    '{"":1,"":2}',
    '{"a\\\\":1,"a\\\\":2}',
  ])('refuses a name that stands twice: %s', (text) => {
    expect(refused(text)).toBe('JSON_NOT_VALID');
  });

  it.each([
    '{"a":{"a":1},"b":{"a":1}}',
    '[{"a":1},{"a":1}]',
    '{"a":"a","b":"{\\"a\\":1,\\"a\\":2}"}',
    '{"a\\\\":1,"a":2}',
    '{"a":[":",":","a"]}',
  ])('takes names that stand once in each object: %s', (text) => {
    JSON.parse(text);
    expect(refused(text)).toBeNull();
  });

  it.each([
    '9007199254740993',
    '-9007199254740992',
    '[12345678901234567890]',
    '{"a": 1,"b":100000000000000000000}',
  ])('refuses a whole number that would be rounded: %s', (text) => {
    expect(refused(text)).toBe('VALUE_NOT_VALID');
  });

  it.each([
    '9007199254740991',
    '0.12345678901234567890',
    '1e300',
    '[1.5e-20,1234567890123456.5]',
    '"12345678901234567890"',
  ])('takes other numbers: %s', (text) => {
    expect(refused(text)).toBeNull();
  });

  it('refuses __proto__ as a name, however it is written, and not as a value', () => {
    expect(refused('[{"a":{"\\u005f_proto__":1}}]')).toBe('VALUE_NOT_VALID');
    expect(refused('{"a":"__proto__"}')).toBeNull();
  });

  it('goes as deep as the limit', () => {
    const nested = (depth: number): string => '[{"a":'.repeat(depth / 2) + '1' + '}]'.repeat(depth / 2);
    expect([refused(nested(8), 8), refused(nested(10), 8)]).toEqual([null, 'JSON_NOT_VALID']);
  });

  it('takes every JSON that JSON.stringify writes of values without large whole numbers', () => {
    const number = fc.double({ noNaN: true, min: -1e15, max: 1e15 });
    const json = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        fc.string({ unit: 'binary' }),
        number,
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('value')),
        fc.dictionary(
          fc.string({ unit: 'binary' }).filter((name) => name !== '__proto__'),
          tie('value'),
        ),
      ),
    })).value;
    fc.assert(
      fc.property(json, (value) => {
        expect(refused(JSON.stringify(value), 1_000)).toBeNull();
      }),
      { seed: 20261127, numRuns: 500 },
    );
  });

  it('ends on any text, JSON or not', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('"', '\\', '{', '}', '[', ']', ':', ',', '1', '-', 'a') }),
        (text) => {
          refused(text);
        },
      ),
      { seed: 20261127, numRuns: 500 },
    );
  });

  it('is linear: 4 MB of each kind of trouble in little time', () => {
    const size = 4_000_000;
    const texts = [
      `"${'\\'.repeat(size)}"`,
      `[${'1'.repeat(size)}]`,
      `[${'[],'.repeat(size / 3)}0]`,
      `{${Array.from({ length: size / 12 }, (_, at) => `"k${at}":1`).join(',')}}`,
      ':'.repeat(size),
    ];
    for (const text of texts) {
      const begun = performance.now();
      refused(text);
      expect(performance.now() - begun, text.slice(0, 20)).toBeLessThan(1_500);
    }
  });
});
