import { expect, it } from 'vitest';
import { spaceOut } from '#data/store/sqlite/space-out.ts';

it.each([
  ['Harbour Bakery', 'Harbour Bakery'],
  ['Łódź Société, 서울 हिन्दी', 'Łódź Société, 서울 हिन्दी'],
  ['', ''],
  ['MIT大学', 'MIT 大  学 '],
  ['コーヒー', ' コ  ー  ヒ  ー '],
  ['𠮷野家', ' 𠮷  野  家 '],
])('%j is read as %j', (text, spaced) => {
  expect(spaceOut(text)).toBe(spaced);
});
