/** The first letter as a sentence begins: "two organizations" → "Two organizations". */
export function capitalized(sentence: string): string {
  const first = sentence.codePointAt(0);
  if (first === undefined) return sentence;
  const letter = String.fromCodePoint(first);
  return letter.toUpperCase() + sentence.slice(letter.length);
}
