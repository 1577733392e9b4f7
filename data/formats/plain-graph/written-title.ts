const longest = 120;
const fileEnding = /\.(?:net|paj|gexf|graphml|xml|gml|dl|csv|txt)$/iu;

/**
 * What a file calls its network, as a title: one line, without the ending of a file's name or Pajek's “[2-Mode]”.
 * Undefined where it is a path, a number, a text of several lines or nothing.
 */
export function writtenTitle(text: string | undefined): string | undefined {
  const title = (text ?? '')
    .trim()
    .replace(/\s*\[\d-mode\]$/iu, '')
    .replace(fileEnding, '')
    .normalize('NFC');
  const isTitle = /\p{L}/u.test(title) && !/[\\/\p{Cc}]/u.test(title) && title.length <= longest;
  if (!isTitle) return undefined;
  // A file's name in small letters, not a name that someone chose.
  return /\p{Lu}/u.test(title) ? title : title.charAt(0).toUpperCase() + title.slice(1);
}
