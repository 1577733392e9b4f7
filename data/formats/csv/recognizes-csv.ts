import { sniffDelimiter } from '#data/formats/csv/sniff-delimiter.ts';
import { markedEncoding } from '#data/formats/text/decode-text.ts';

/** Whether the bytes are text that some delimiter cuts into cells, and no other format's. */
export function recognizesCsv(bytes: Uint8Array): boolean {
  const marked = markedEncoding(bytes);
  const head = bytes.subarray(0, 65_536);
  if (marked === undefined && head.includes(0)) return false;
  const text = new TextDecoder(marked ?? 'windows-1252').decode(head).trimStart();
  return !/^(<|[{[]|PK|\*\w|dl\b)/iu.test(text) && sniffDelimiter(text) !== undefined;
}
