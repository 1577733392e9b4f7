import type { InputFile, ReadOptions, ReadResult } from '#data/formats/format.ts';
import { InputProblems } from '#data/formats/input-problems.ts';
import { parsePajek } from '#data/formats/pajek/parse-pajek.ts';
import type { PajekNetwork, PajekValues } from '#data/formats/pajek/pajek-project.ts';
import { recordsOfPlainGraph } from '#data/formats/plain-graph/records-of-plain-graph.ts';
import { writtenTitle } from '#data/formats/plain-graph/written-title.ts';
import type { Problem } from '#data/model/problem.ts';

/**
 * Reads Pajek files: the first network found, with the partitions and vectors of all files as custom fields of its
 * nodes. Other networks are listed in notes. Node ids are the numbers, names the labels.
 */
export async function readPajek(files: readonly InputFile[], options: ReadOptions): Promise<ReadResult> {
  const parsed = files.map((file) => {
    const problems = new InputProblems(file.name, options.skipBadRows);
    return { problems, ...parsePajek(file, problems, options.signal) };
  });
  const owner = parsed.find(({ networks }) => networks.length > 0) ?? parsed[0];
  const network = owner?.networks[0];
  if (owner === undefined || network === undefined) {
    const problems: InputProblems = owner?.problems ?? new InputProblems('');
    problems.fatal(
      'NO_NODES',
      {},
      'The file holds a partition or vector (.clu, .vec), values of the nodes of a network that it does not hold; give its .net or .paj with it.',
    );
  }
  for (const { networks, values, problems } of parsed) {
    for (const other of networks) if (other !== network) noteOther(other, problems);
    for (const one of values) addValues(network, one, problems);
  }
  noteModes(network, owner.problems);
  const data = recordsOfPlainGraph(network, options.source, owner.problems);
  for (const { problems } of parsed) problems.throwIfAny();
  return {
    data,
    title: titleOf(network),
    problems: parsed.flatMap(({ problems }): Problem[] => problems.list()),
  };
}

/** A file's own name stands where it has no *Network line; that is no title. */
function titleOf({ named, name }: PajekNetwork): string | undefined {
  return named ? writtenTitle(name) : undefined;
}

function noteOther(network: PajekNetwork, problems: InputProblems): void {
  problems.note(
    'NETWORK_LEFT_OUT',
    { line: network.line },
    `The network “${network.name}” (${network.nodes.length} nodes, ${network.ties.length} ties) was not taken; only the first one is.`,
    network.name,
  );
}

function noteModes(network: PajekNetwork, problems: InputProblems): void {
  const { firstMode } = network;
  if (firstMode === undefined) return;
  problems.note(
    'TWO_MODES',
    { line: network.line },
    `The network has two modes: nodes 1 to ${firstMode} and ${firstMode + 1} to ${network.size}. All are taken as organizations; the field “mode” tells them apart.`,
  );
}

function addValues(network: PajekNetwork, values: PajekValues, problems: InputProblems): void {
  const { line } = values;
  if (values.values.length > network.size) {
    problems.note(
      'VALUES_LEFT_OUT',
      { line },
      `“${values.name}” has ${values.values.length} values for a network of ${network.size} nodes; it was not taken.`,
    );
    return;
  }
  if (values.values.length < network.size) {
    problems.note(
      'VALUES_OF_SOME',
      { line },
      `“${values.name}” has ${values.values.length} values; the first ${values.values.length} of ${network.size} nodes got them.`,
    );
  }
  const name = freeName(values.name, network);
  values.values.forEach((value, at) => network.nodes[at]?.attributes.set(name, value));
}

function freeName(wanted: string, network: PajekNetwork): string {
  let name = wanted;
  while (network.nodes[0]?.attributes.has(name) === true) name = `${name}'`;
  return name;
}
