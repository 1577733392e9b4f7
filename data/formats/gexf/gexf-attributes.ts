import { type InputPlace, type InputProblems } from '#data/formats/input-problems.ts';
import { attributeOfText, type AttributeType } from '#data/formats/plain-graph/attribute-of-text.ts';
import type { AttributeValue } from '#data/formats/plain-graph/plain-graph.ts';

export type GexfClass = 'node' | 'edge';

export interface GexfAttribute {
  readonly id: string;
  readonly title: string;
  readonly type: AttributeType;
  fallback?: string;
}

/** One attvalue as written, with the end of its time if it has one. */
export interface GexfValue {
  readonly for: string;
  readonly value: string;
  readonly time: string | undefined;
}

const numeric = /^(integer|int|long|double|float|bigdecimal|biginteger|short|byte)$/u;

function typeOf(gexfType: string): AttributeType {
  const type = gexfType.toLowerCase();
  if (type.startsWith('list')) return 'list';
  if (numeric.test(type)) return 'number';
  return type === 'boolean' ? 'boolean' : 'text';
}

/** The attributes that a GEXF file declares; several blocks of one class (static and dynamic) are one table. */
export class GexfAttributes {
  readonly #declared = { node: new Map<string, GexfAttribute>(), edge: new Map<string, GexfAttribute>() };
  readonly #problems: InputProblems;

  constructor(problems: InputProblems) {
    this.#problems = problems;
  }

  declare(kind: GexfClass, attributes: Readonly<Record<string, string>>): GexfAttribute {
    const id = attributes['id'] ?? attributes['title'] ?? '';
    const title = attributes['title'] ?? id;
    const declared: GexfAttribute = { id, title, type: typeOf(attributes['type'] ?? 'string') };
    this.#declared[kind].set(id, declared);
    return declared;
  }

  /** The attribute that a value is for; one that is not declared is text under its own id, with a note. */
  find(kind: GexfClass, id: string, place: InputPlace): GexfAttribute {
    const known = this.#declared[kind].get(id);
    if (known !== undefined) return known;
    this.#problems.note(
      'ATTRIBUTE_UNDECLARED',
      place,
      `The ${kind} attribute “${id}” is used and not declared; its values were taken as text.`,
      id,
    );
    return this.declare(kind, { id, title: id, type: 'string' });
  }

  /** Values of one node or edge by attribute id: the latest where there are several in time, else the last; then defaults. */
  valuesOf(kind: GexfClass, values: readonly GexfValue[], place: InputPlace): Map<string, AttributeValue> {
    const latest = new Map<string, GexfValue>();
    for (const value of values) {
      const { id, title } = this.find(kind, value.for, place);
      const before = latest.get(id);
      if (before !== undefined) this.#severalInTime(title, place);
      if (before === undefined || !isBefore(value.time, before.time)) latest.set(id, value);
    }
    const result = new Map<string, AttributeValue>();
    for (const attribute of this.#declared[kind].values()) {
      const text = latest.get(attribute.id)?.value ?? attribute.fallback;
      const value = text === undefined ? undefined : attributeOfText(text, attribute.type);
      if (value !== undefined) result.set(attribute.id, value);
    }
    return result;
  }

  /** The same values by title; a second attribute of the same title keeps its id as its name. */
  byTitle(kind: GexfClass, values: ReadonlyMap<string, AttributeValue>): Map<string, AttributeValue> {
    const result = new Map<string, AttributeValue>();
    for (const [id, value] of values) {
      const title = this.#declared[kind].get(id)?.title ?? id;
      result.set(title === '' || result.has(title) ? id : title, value);
    }
    return result;
  }

  #severalInTime(title: string, place: InputPlace): void {
    this.#problems.count(
      'VALUES_IN_TIME',
      title,
      place,
      (count) =>
        `“${title}” changes over time; its latest value was taken, ${count} earlier ${count === 1 ? 'one was' : 'ones were'} not.`,
    );
  }
}

/** Whether one time is earlier; times are numbers or dates, an open one is the latest. */
function isBefore(time: string | undefined, other: string | undefined): boolean {
  if (time === undefined) return false;
  if (other === undefined) return true;
  const [a, b] = [Number(time), Number(other)];
  return Number.isNaN(a) || Number.isNaN(b) ? time < other : a < b;
}
