import { type InputPlace, type InputProblems } from '#data/formats/input-problems.ts';
import { attributeOfText, type AttributeType } from '#data/formats/plain-graph/attribute-of-text.ts';
import type { AttributeValue } from '#data/formats/plain-graph/plain-graph.ts';

export type GraphmlClass = 'node' | 'edge';

interface GraphmlKey {
  readonly id: string;
  readonly name: string;
  readonly type: AttributeType;
  fallback?: string;
}

const types: Readonly<Record<string, AttributeType>> = {
  boolean: 'boolean',
  int: 'number',
  integer: 'number',
  long: 'number',
  float: 'number',
  double: 'number',
};

/** The keys that a GraphML file declares; one id may be declared for nodes and again for edges. */
export class GraphmlKeys {
  readonly #keys = { node: new Map<string, GraphmlKey>(), edge: new Map<string, GraphmlKey>() };
  /** Keys of the graph itself under which files give its name. */
  readonly #titles = new Set<string>();
  readonly #problems: InputProblems;

  constructor(problems: InputProblems) {
    this.#problems = problems;
  }

  /** Declares a key for what its “for” says (nodes, edges, all); the returned ones take its default. */
  declare(attributes: Readonly<Record<string, string>>): GraphmlKey[] {
    const id = attributes['id'] ?? '';
    // yEd's keys have no name but the type of what they hold (nodegraphics).
    const name = attributes['attr.name'] ?? attributes['yfiles.type'] ?? id;
    const type = types[(attributes['attr.type'] ?? 'string').toLowerCase()] ?? 'text';
    const whom = attributes['for'] ?? 'all';
    if (whom === 'graph' && /^(?:name|title|label)$/iu.test(name)) this.#titles.add(id);
    const classes = (['node', 'edge'] as const).filter((one) => whom === one || whom === 'all');
    return classes.map((one) => {
      const key: GraphmlKey = { id, name, type };
      this.#keys[one].set(id, key);
      return key;
    });
  }

  isTitle(id: string): boolean {
    return this.#titles.has(id);
  }

  /** Data of one node or edge by the names of their keys, with the defaults of what is missing. */
  valuesOf(
    kind: GraphmlClass,
    data: ReadonlyMap<string, string>,
    place: InputPlace,
  ): Map<string, AttributeValue> {
    const texts = new Map<string, string>();
    for (const key of this.#keys[kind].values()) {
      if (key.fallback !== undefined) texts.set(key.id, key.fallback);
    }
    for (const [id, text] of data) texts.set(id, text);
    const values = new Map<string, AttributeValue>();
    for (const [id, text] of texts) {
      const key = this.#find(kind, id, place);
      const value = attributeOfText(text, key.type);
      if (value !== undefined) values.set(values.has(key.name) ? id : key.name, value);
    }
    return values;
  }

  #find(kind: GraphmlClass, id: string, place: InputPlace): GraphmlKey {
    const known = this.#keys[kind].get(id);
    if (known !== undefined) return known;
    this.#problems.note(
      'ATTRIBUTE_UNDECLARED',
      place,
      `The key “${id}” is used on ${kind === 'edge' ? 'an edge' : 'a node'} and not declared for it; its values were taken as text.`,
      id,
    );
    const key: GraphmlKey = { id, name: id, type: 'text' };
    this.#keys[kind].set(id, key);
    return key;
  }
}
