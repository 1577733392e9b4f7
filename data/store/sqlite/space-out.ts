/** Chinese and Japanese are written without spaces; the tokenizer would take a whole name as one word. */
const unspaced = /[\p{Script_Extensions=Han}\p{Script_Extensions=Hiragana}\p{Script_Extensions=Katakana}]/gu;

/**
 * A text whose Chinese and Japanese characters are words of their own: as search reads it, and what is searched for. The
 * third step of the schema calls it, so that what it gives stays what it is.
 */
export function spaceOut(text: string): string {
  return text.replaceAll(unspaced, ' $& ');
}
