/** A number as files write it: 12, -0.5, 1e3, .5; no blanks inside, no decimal comma, no words. */
const numberText = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/iu;

/** The number that a text says, or undefined when it says none (NaN, INF, 1,5 and words among them). */
export function parseNumber(text: string): number | undefined {
  const trimmed = text.trim();
  if (trimmed.length > 400 || !numberText.test(trimmed)) return undefined;
  const value = Number(trimmed);
  return Number.isFinite(value) ? value : undefined;
}
