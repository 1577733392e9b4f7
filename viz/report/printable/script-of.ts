/** Scripts by the name that a reader knows them under, the most telling first. */
const scripts: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/\p{Script=Hiragana}|\p{Script=Katakana}/u, 'Japanese'],
  [/\p{Script=Hangul}/u, 'Korean'],
  [/\p{Script=Han}/u, 'Chinese characters'],
  [/\p{Script=Arabic}/u, 'Arabic letters'],
  [/\p{Script=Hebrew}/u, 'Hebrew letters'],
  [/\p{Script=Thai}/u, 'Thai letters'],
  [/\p{Script=Devanagari}/u, 'Devanagari letters'],
  [/\p{Script=Bengali}/u, 'Bengali letters'],
  [/\p{Script=Tamil}/u, 'Tamil letters'],
  [/\p{Script=Ethiopic}/u, 'Ethiopic letters'],
  [/\p{Script=Georgian}/u, 'Georgian letters'],
  [/\p{Script=Armenian}/u, 'Armenian letters'],
  [/\p{Emoji_Presentation}/u, 'signs'],
];

/** In what a text is written that cannot be drawn: "Arabic letters". */
export function scriptOf(text: string): string {
  return scripts.find(([pattern]) => pattern.test(text))?.[1] ?? 'another script';
}
