import type { InputFile } from '#data/formats/format.ts';
import { GraphmlKeys, type GraphmlClass } from '#data/formats/graphml/graphml-keys.ts';
import { type InputProblems } from '#data/formats/input-problems.ts';
import { refuseTooMany } from '#data/formats/plain-graph/records-of-plain-graph.ts';
import { readXml, type XmlElement, type XmlHandlers } from '#data/formats/xml/read-xml.ts';

export interface GraphmlItem {
  readonly attributes: Readonly<Record<string, string>>;
  /** Key id → text. */
  readonly data: Map<string, string>;
  /** The label in yEd's own elements. */
  label?: string;
  readonly line: number;
  /** The default direction of its graph. */
  readonly directed: boolean;
  readonly parent?: string;
}

export interface GraphmlDocument {
  readonly nodes: GraphmlItem[];
  readonly edges: GraphmlItem[];
  readonly keys: GraphmlKeys;
  /** What the graph is called: its name or title, else its description. */
  title: string;
}

/**
 * Reads GraphML into its elements: keys where they stand, nested graphs as nodes with a parent, yEd's labels.
 * Hyperedges and ports have no tie between two nodes and are noted. Errors: those of readXml, ROOT_NOT_VALID.
 */
export function parseGraphml(file: InputFile, problems: InputProblems, signal: AbortSignal): GraphmlDocument {
  const document: GraphmlDocument = { nodes: [], edges: [], keys: new GraphmlKeys(problems), title: '' };
  readXml(file, new GraphmlHandlers(document, problems), problems, signal);
  return document;
}

interface Gathered {
  readonly what: 'data' | 'default' | 'label' | 'title';
  readonly key: string;
  readonly depth: number;
  text: string;
}

class GraphmlHandlers implements XmlHandlers {
  readonly #document: GraphmlDocument;
  readonly #problems: InputProblems;
  readonly #items: { kind: GraphmlClass; item: GraphmlItem }[] = [];
  readonly #directed: boolean[] = [];
  #graphs = 0;
  #declared: ReturnType<GraphmlKeys['declare']> = [];
  /** The text being gathered, and the element (by depth) that ends it. */
  #gathers: Gathered | undefined;
  /** Text gathered of the enclosing data, while a yEd label within is. */
  #outer: Gathered | undefined;

  constructor(document: GraphmlDocument, problems: InputProblems) {
    this.#document = document;
    this.#problems = problems;
  }

  open = (element: XmlElement): void => {
    if (element.depth === 0 && element.name !== 'graphml') {
      this.#problems.fatal(
        'ROOT_NOT_VALID',
        { line: element.line },
        `The first element is <${element.name}>; <graphml> is accepted.`,
        element.name,
      );
    }
    this.#openers[element.name]?.(element);
  };

  close = (element: XmlElement): void => {
    if (element.name === 'node' || element.name === 'edge') this.#items.pop();
    if (element.name === 'graph') this.#directed.pop();
    const gathered = this.#gathers;
    if (gathered?.depth === element.depth) this.#endGathering(gathered);
  };

  #endGathering(gathered: Gathered): void {
    this.#gathers = this.#outer;
    this.#outer = undefined;
    const item = this.#items.at(-1)?.item;
    if (gathered.what === 'title') this.#document.title = gathered.text.trim();
    else if (gathered.what === 'default') for (const key of this.#declared) key.fallback = gathered.text;
    else if (gathered.what === 'data') item?.data.set(gathered.key, gathered.text);
    else if (item !== undefined && gathered.text.trim() !== '') item.label ??= gathered.text.trim();
  }

  text = (text: string): void => {
    if (this.#gathers !== undefined) this.#gathers.text += text;
  };

  readonly #openers: Readonly<Partial<Record<string, (element: XmlElement) => void>>> = {
    graph: ({ attributes, line }) => {
      this.#directed.push(attributes['edgedefault'] !== 'undirected');
      this.#graphs += 1;
      if (this.#graphs > 1) {
        this.#problems.count('GRAPHS_JOINED', 'graph', { line }, (count) => {
          return `The file holds ${count + 1} graphs (nested or side by side); their nodes and ties were taken together.`;
        });
      }
    },
    key: ({ attributes }) => {
      this.#declared = this.#document.keys.declare(attributes);
    },
    default: ({ depth }) => this.#gather('default', '', depth),
    data: ({ attributes, depth }) => {
      const key = attributes['key'] ?? '';
      if (this.#items.length > 0) this.#gather('data', key, depth);
      else if (this.#document.keys.isTitle(key)) this.#gather('title', '', depth);
    },
    desc: ({ depth }) => {
      if (this.#items.length === 0 && this.#document.title === '') this.#gather('title', '', depth);
    },
    NodeLabel: ({ depth }) => this.#gather('label', '', depth),
    EdgeLabel: ({ depth }) => this.#gather('label', '', depth),
    node: (element) => this.#item('node', element),
    edge: (element) => this.#item('edge', element),
    hyperedge: ({ line }) => this.#leftOut('hyperedge', line),
    port: ({ line }) => this.#leftOut('port', line),
  };

  #item(kind: GraphmlClass, element: XmlElement): void {
    const parent = kind === 'node' ? this.#items.at(-1)?.item.attributes['id'] : undefined;
    const item: GraphmlItem = {
      attributes: element.attributes,
      data: new Map(),
      line: element.line,
      directed: this.#directed.at(-1) ?? true,
      ...(parent === undefined ? {} : { parent }),
    };
    this.#items.push({ kind, item });
    this.#document[kind === 'node' ? 'nodes' : 'edges'].push(item);
    const { nodes, edges } = this.#document;
    refuseTooMany({ nodes, ties: edges }, element.line, this.#problems);
  }

  #gather(what: Gathered['what'], key: string, depth: number): void {
    this.#outer = this.#gathers;
    this.#gathers = { what, key, depth, text: '' };
  }

  #leftOut(what: string, line: number): void {
    this.#problems.count('ELEMENT_LEFT_OUT', what, { line }, (count) => {
      return `${count} ${what}${count === 1 ? ' was' : 's were'} not taken.`;
    });
  }
}
