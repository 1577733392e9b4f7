import type { InputFile, ReadOptions, ReadResult } from '#data/formats/format.ts';
import { isWrittenByWeft, recordsOfOwnGexf } from '#data/formats/gexf/records-of-own-gexf.ts';
import { parseGexf } from '#data/formats/gexf/parse-gexf.ts';
import { plainGraphOfGexf } from '#data/formats/gexf/plain-graph-of-gexf.ts';
import { InputProblems } from '#data/formats/input-problems.ts';
import { onlyFile } from '#data/formats/plain-graph/only-file.ts';
import { writtenTitle } from '#data/formats/plain-graph/written-title.ts';
import { recordsOfPlainGraph } from '#data/formats/plain-graph/records-of-plain-graph.ts';

/** Reads one GEXF file. What Weft wrote comes back as the records it was; any other file as a plain graph. */
export async function readGexf(files: readonly InputFile[], options: ReadOptions): Promise<ReadResult> {
  const file = onlyFile(files, 'GEXF');
  const problems = new InputProblems(file.name, options.skipBadRows);
  const document = parseGexf(file, problems, options.signal);
  const ownIds = isWrittenByWeft(document);
  const data = ownIds
    ? recordsOfOwnGexf(document, problems)
    : recordsOfPlainGraph(plainGraphOfGexf(document, problems), options.source, problems);
  const title = writtenTitle(document.title) ?? writtenTitle(document.description);
  return { data, ownIds, title, problems: problems.list() };
}
