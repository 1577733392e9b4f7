import type { InputFile } from '#data/formats/format.ts';
import {
  GexfAttributes,
  type GexfAttribute,
  type GexfClass,
  type GexfValue,
} from '#data/formats/gexf/gexf-attributes.ts';
import { spellsOf, type GexfSpell } from '#data/formats/gexf/gexf-times.ts';
import { type InputProblems } from '#data/formats/input-problems.ts';
import { refuseTooMany } from '#data/formats/plain-graph/records-of-plain-graph.ts';
import { readXml, type XmlElement, type XmlHandlers } from '#data/formats/xml/read-xml.ts';

/** A node or edge as the file writes it. */
export interface GexfItem {
  readonly attributes: Readonly<Record<string, string>>;
  readonly values: GexfValue[];
  readonly spells: GexfSpell[];
  readonly line: number;
  /** The node that this one is nested in. */
  readonly parent?: string;
}

export interface GexfDocument {
  readonly nodes: GexfItem[];
  readonly edges: GexfItem[];
  readonly attributes: GexfAttributes;
  creator: string;
  /** What <meta> calls the graph; its description where it has no title. */
  title: string;
  description: string;
  defaultEdgeType: string;
  timeFormat: string;
}

/** Reads GEXF 1.0 to 1.3, whatever its namespace, into its elements. Errors: those of readXml, ROOT_NOT_VALID. */
export function parseGexf(file: InputFile, problems: InputProblems, signal: AbortSignal): GexfDocument {
  const document: GexfDocument = {
    nodes: [],
    edges: [],
    attributes: new GexfAttributes(problems),
    creator: '',
    title: '',
    description: '',
    defaultEdgeType: 'undirected',
    timeFormat: '',
  };
  readXml(file, new GexfHandlers(document, problems), problems, signal);
  return document;
}

type MetaText = 'creator' | 'title' | 'description';

class GexfHandlers implements XmlHandlers {
  readonly #document: GexfDocument;
  readonly #problems: InputProblems;
  /** The nodes and edges that are open, innermost last. */
  readonly #items: GexfItem[] = [];
  #kind: GexfClass = 'node';
  #attribute: GexfAttribute | undefined;
  #gathers: MetaText | 'default' | undefined;
  #text = '';

  constructor(document: GexfDocument, problems: InputProblems) {
    this.#document = document;
    this.#problems = problems;
  }

  open = (element: XmlElement): void => {
    if (element.depth === 0) this.#root(element);
    if (element.prefix === 'viz') {
      this.#problems.count('VIZ_LEFT_OUT', 'viz', { line: element.line }, () => {
        return 'Colours, sizes, shapes and positions (viz) were not taken.';
      });
      return;
    }
    this.#openers[element.name]?.(element);
  };

  close = (element: XmlElement): void => {
    if (element.prefix === 'viz') return;
    if (element.name === 'node' || element.name === 'edge') this.#items.pop();
    if (element.name !== this.#gathers) return;
    if (this.#gathers !== 'default') this.#document[this.#gathers] = this.#text.trim();
    else if (this.#attribute !== undefined) this.#attribute.fallback = this.#text;
    this.#gathers = undefined;
  };

  text = (text: string): void => {
    if (this.#gathers !== undefined) this.#text += text;
  };

  readonly #openers: Readonly<Partial<Record<string, (element: XmlElement) => void>>> = {
    creator: () => this.#gather('creator'),
    title: () => this.#gather('title'),
    description: () => this.#gather('description'),
    default: () => this.#gather('default'),
    graph: ({ attributes }) => {
      this.#document.defaultEdgeType = attributes['defaultedgetype'] ?? 'undirected';
      this.#document.timeFormat = (attributes['timeformat'] ?? attributes['timetype'] ?? '').toLowerCase();
    },
    attributes: ({ attributes }) => {
      this.#kind = attributes['class'] === 'edge' ? 'edge' : 'node';
    },
    attribute: ({ attributes }) => {
      this.#attribute = this.#document.attributes.declare(this.#kind, attributes);
    },
    node: (element) => {
      const nestedIn = this.#items.at(-1)?.attributes['id'] ?? element.attributes['pid'];
      this.#document.nodes.push(this.#item(element, nestedIn));
    },
    edge: (element) => {
      this.#document.edges.push(this.#item(element));
    },
    attvalue: ({ attributes }) => {
      this.#items.at(-1)?.values.push({
        for: attributes['for'] ?? attributes['id'] ?? '',
        value: attributes['value'] ?? '',
        time: attributes['end'] ?? attributes['endopen'] ?? attributes['timestamp'],
      });
    },
    spell: ({ attributes }) => {
      this.#items.at(-1)?.spells.push(...spellsOf(attributes));
    },
  };

  #root(element: XmlElement): void {
    if (element.name === 'gexf') return;
    this.#problems.fatal(
      'ROOT_NOT_VALID',
      { line: element.line },
      `The first element is <${element.name}>; <gexf> is accepted.`,
      element.name,
    );
  }

  #gather(what: MetaText | 'default'): void {
    this.#gathers = what;
    this.#text = '';
  }

  #item(element: XmlElement, parent?: string): GexfItem {
    const item: GexfItem = {
      attributes: element.attributes,
      values: [],
      spells: spellsOf(element.attributes),
      line: element.line,
      ...(parent === undefined ? {} : { parent }),
    };
    this.#items.push(item);
    const { nodes, edges } = this.#document;
    refuseTooMany({ nodes, ties: edges }, element.line, this.#problems);
    return item;
  }
}
