import type { InputFile, ReadOptions, ReadResult } from '#data/formats/format.ts';
import { InputProblems } from '#data/formats/input-problems.ts';
import { parseJson } from '#data/formats/json/parse-json.ts';
import { kumuNode, kumuTie, type KumuItem } from '#data/formats/kumu-json/kumu-items.ts';
import { onlyFile } from '#data/formats/plain-graph/only-file.ts';
import type { PlainGraph, PlainNode } from '#data/formats/plain-graph/plain-graph.ts';
import { recordsOfPlainGraph, refuseTooMany } from '#data/formats/plain-graph/records-of-plain-graph.ts';

/**
 * Reads Kumu's JSON: the project export (_id, attributes) and the blueprint (id or label as the key). Connections
 * name elements by id, else by label if only one element has it. Loops and maps are not ties; they are noted.
 * Errors: those of parseJson, ROOT_NOT_VALID, LABEL_AMBIGUOUS and those of recordsOfPlainGraph, with their JSON path.
 */
export async function readKumuJson(files: readonly InputFile[], options: ReadOptions): Promise<ReadResult> {
  const file = onlyFile(files, 'Kumu JSON');
  const problems = new InputProblems(file.name, options.skipBadRows);
  const root = parseJson(file.bytes, problems);
  const elements = listOf(root, 'elements', problems);
  const connections = listOf(root, 'connections', problems);
  const graph: PlainGraph = {
    nodes: elements.map((item, at) => kumuNode(item, `elements[${at}]`)),
    ties: [],
  };
  const names = new ElementNames(graph.nodes);
  connections.forEach((item, at) => {
    graph.ties.push(
      ...kumuTie(item, `connections[${at}]`, (word, path) => names.find(word, path, problems), problems),
    );
  });
  refuseTooMany(graph, 1, problems);
  noteTheRest(root as Readonly<Record<string, unknown>>, problems);
  const data = recordsOfPlainGraph(graph, options.source, problems);
  return { data, problems: problems.list() };
}

function listOf(root: unknown, name: string, problems: InputProblems): KumuItem[] {
  const list: unknown =
    typeof root === 'object' && root !== null ? (root as Record<string, unknown>)[name] : undefined;
  if (name === 'connections' && list === undefined) return [];
  if (!Array.isArray(list)) {
    problems.fatal(
      'ROOT_NOT_VALID',
      { record: name },
      `“${name}” is not a list; {"elements": […], "connections": […]} is accepted.`,
    );
  }
  list.forEach((item: unknown, at) => {
    if (typeof item === 'object' && item !== null && !Array.isArray(item)) return;
    problems.fatal(
      'ROOT_NOT_VALID',
      { record: `${name}[${at}]` },
      `${name}[${at}] is not an object; an object is accepted.`,
      String(item),
    );
  });
  return list as KumuItem[];
}

/** Finds elements by id first, then by label. */
class ElementNames {
  readonly #ids: ReadonlySet<string>;
  readonly #byLabel = new Map<string, string[]>();

  constructor(nodes: readonly PlainNode[]) {
    this.#ids = new Set(nodes.map((node) => node.id));
    for (const { id, label } of nodes) {
      if (label !== undefined) this.#byLabel.set(label, [...(this.#byLabel.get(label) ?? []), id]);
    }
  }

  find(word: string, path: string, problems: InputProblems): string {
    if (this.#ids.has(word)) return word;
    const [id, second] = this.#byLabel.get(word) ?? [];
    if (second !== undefined) {
      problems.row(
        'LABEL_AMBIGUOUS',
        { record: path },
        `${path}: several elements have the label “${word}”; an id, or a label that one element has, is accepted.`,
        word,
      );
    }
    return id ?? word;
  }
}

function noteTheRest(root: Readonly<Record<string, unknown>>, problems: InputProblems): void {
  const count = (name: string): number => {
    const value = root[name];
    return Array.isArray(value) ? value.length : 0;
  };
  if (count('loops') > 0) {
    problems.note(
      'LOOPS_LEFT_OUT',
      { record: 'loops' },
      `${count('loops')} loops (of a system diagram) are not ties and were not taken.`,
    );
  }
  if (count('maps') > 1) {
    problems.note(
      'MAPS_JOINED',
      { record: 'maps' },
      `${count('maps')} maps share these elements; the elements and connections of all were taken.`,
    );
  }
}
