import { type InputPlace, type InputProblems } from '#data/formats/input-problems.ts';
import { cleanText } from '#data/formats/plain-graph/clean-text.ts';
import { cleanCustom } from '#data/formats/plain-graph/clean-custom.ts';
import type { AttributeValue, PlainNode } from '#data/formats/plain-graph/plain-graph.ts';
import { headerWords, nodeWords } from '#data/formats/table/header-words.ts';
import type { Organization } from '#data/model/organization.ts';

type Meaning = Exclude<keyof typeof nodeWords, 'id'>;

/** Takes attributes by their meaning; what no field takes stays for custom. */
class Attributes {
  readonly rest: Map<string, AttributeValue>;
  readonly #byName = new Map<string, string>();

  constructor(attributes: ReadonlyMap<string, AttributeValue>) {
    this.rest = new Map(attributes);
    for (const key of attributes.keys()) {
      const name = headerWords(key);
      if (!this.#byName.has(name)) this.#byName.set(name, key);
    }
  }

  take<T extends AttributeValue>(
    meaning: Meaning,
    fits: (value: AttributeValue) => value is T,
  ): T | undefined {
    for (const name of nodeWords[meaning]) {
      const key = this.#byName.get(name);
      const value = key === undefined ? undefined : this.rest.get(key);
      if (key === undefined || value === undefined || !fits(value)) continue;
      this.rest.delete(key);
      return value;
    }
    return undefined;
  }
}

/**
 * A node of a plain graph as an organization: id and label are the file's own, well-known attributes become fields
 * (the same words as in tables: sector, topics, place…), the others custom fields.
 * Undefined when its id or name is refused (the problem is listed).
 */
export function organizationOfNode(node: PlainNode, problems: InputProblems): Organization | undefined {
  const { place } = node;
  if (node.id === '') {
    problems.row('ID_MISSING', place, 'A node has no id; a text that is not empty is accepted.');
    return undefined;
  }
  const id = cleanText(node.id, 'The id of a node', 500, place, problems);
  const attributes = new Attributes(node.attributes);
  const label = node.label?.trim() === '' ? undefined : node.label;
  const name = cleanText(
    label ?? attributes.take('name', isText) ?? node.id,
    `The name of node “${node.id.slice(0, 80)}”`,
    1_000,
    place,
    problems,
  );
  if (id === undefined || name === undefined) return undefined;
  const fields = fieldsOf(attributes, place, problems);
  const custom = cleanCustom(attributes.rest, place, problems);
  return { id, name, ...fields, ...(custom === undefined ? {} : { custom }) };
}

function fieldsOf(
  attributes: Attributes,
  place: InputPlace,
  problems: InputProblems,
): Omit<Organization, 'id' | 'name' | 'custom'> {
  const textField = (meaning: Meaning, max: number): string | undefined => {
    const value = attributes.take(
      meaning,
      (candidate): candidate is string => isText(candidate) && candidate.length <= max,
    );
    return value === undefined ? undefined : cleanText(value, `The ${meaning}`, max, place, problems);
  };
  const sector = textField('sector', 500);
  const description = textField('description', 10_000);
  const website = textField('website', 2_000);
  const topics = attributes.take('topics', isTopics);
  const aliases = attributes.take('aliases', isTopics);
  const spot = placeOf(attributes, textField('place', 500));
  return {
    ...(sector === undefined ? {} : { sector }),
    ...(topics === undefined ? {} : { topics: listOf(topics) }),
    ...(aliases === undefined ? {} : { aliases: listOf(aliases) }),
    ...(spot === undefined ? {} : { place: spot }),
    ...(description === undefined ? {} : { description }),
    ...(website === undefined ? {} : { website }),
  };
}

function listOf(value: string | string[]): string[] {
  return Array.isArray(value) ? [...new Set(value)] : [value];
}

function placeOf(attributes: Attributes, name: string | undefined): Organization['place'] {
  const within =
    (limit: number) =>
    (value: AttributeValue): value is number =>
      typeof value === 'number' && Math.abs(value) <= limit;
  const lat = attributes.take('lat', within(90));
  const lon = attributes.take('lon', within(180));
  if (name === undefined && lat === undefined && lon === undefined) return undefined;
  return {
    ...(name === undefined ? {} : { name }),
    ...(lat === undefined ? {} : { lat }),
    ...(lon === undefined ? {} : { lon }),
  };
}

function isText(value: AttributeValue): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

function isTopics(value: AttributeValue): value is string | string[] {
  const fits = (text: string): boolean => text !== '' && text.length <= 1_000;
  return typeof value === 'string' ? fits(value) : Array.isArray(value) && value.every(fits);
}
