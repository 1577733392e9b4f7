/** At most so many characters; what is longer ends in an ellipsis. */
export function clipped(text: string, most: number): string {
  const characters = Array.from(text);
  if (characters.length <= most) return text;
  return `${characters
    .slice(0, Math.max(1, most - 1))
    .join('')
    .trimEnd()}…`;
}
