import { findEnds } from '#data/formats/table/find-ends.ts';
import { headerWords, nodeWords, tieWords } from '#data/formats/table/header-words.ts';

/** What a table is recognized as by its header. */
export type RecognizedTable = 'nodes' | 'ties';

const fields: Readonly<Record<RecognizedTable, readonly (readonly string[])[]>> = {
  nodes: Object.values(nodeWords),
  ties: Object.values(tieWords),
};

/** Whether the reader of such a table takes a further column of that name for a field, before those that are there. */
export function isFieldName(table: RecognizedTable, name: string, there: readonly string[]): boolean {
  const word = headerWords(name);
  return fields[table].some((names) => {
    const at = names.indexOf(word);
    const before = names.findIndex((known) => there.includes(known));
    return at >= 0 && (before < 0 || at < before);
  });
}

/** The columns that a reader would take for the two ends of a tie, by their names. */
export function endsByName(head: readonly string[]): readonly [number, number] | undefined {
  return findEnds(head.map(headerWords));
}
