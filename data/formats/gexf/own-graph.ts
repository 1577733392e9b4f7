import {
  edgeFields,
  fieldAt,
  idField,
  nodeFields,
  recordField,
  typeOfValue,
} from '#data/formats/gexf/own-fields.ts';
import type { AttributeType } from '#data/formats/plain-graph/attribute-of-text.ts';
import type { AttributeValue } from '#data/formats/plain-graph/plain-graph.ts';
import type { NetworkData } from '#data/model/network-data.ts';

export interface OwnAttribute {
  readonly id: string;
  readonly title: string;
  readonly type: AttributeType;
}

export interface OwnItem {
  readonly id: string;
  readonly values: Map<string, AttributeValue>;
  readonly since?: string | undefined;
  readonly until?: string | undefined;
}

export interface OwnNode extends OwnItem {
  readonly label: string;
}

export interface OwnEdge extends OwnItem {
  readonly source: string;
  readonly target: string;
  readonly kind?: string | undefined;
  readonly direction: 'directed' | 'mutual' | 'undirected';
  readonly weight?: number | undefined;
}

type WithCustom = {
  readonly custom?: Record<string, AttributeValue> | undefined;
  since?: string | undefined;
  until?: string | undefined;
};

/**
 * What a GEXF file says of a network: organizations, people and collaborations as nodes, relationships, parts in
 * collaborations and affiliations as edges, everything that a record holds flat as attributes.
 */
export class OwnGraph {
  readonly nodes: OwnNode[] = [];
  readonly edges: OwnEdge[] = [];
  readonly nodeAttributes = new Map<string, OwnAttribute>();
  readonly edgeAttributes = new Map<string, OwnAttribute>();
  readonly #nodeIds = new Set<string>();
  readonly #edgeIds = new Set<string>();

  constructor(data: NetworkData) {
    for (const record of data.organizations) this.#node('organization', record, record.name);
    for (const record of data.people) this.#node('person', record, record.name);
    const collaborations = data.collaborations.map((record) =>
      this.#node('collaboration', record, record.name),
    );
    this.#relationships(data);
    data.collaborations.forEach((record, at) => {
      for (const part of record.participants ?? []) {
        const ends = { source: part.party, target: collaborations[at] ?? record.id };
        this.#edge('participation', part, { ...ends, kind: part.role, direction: 'undirected' });
      }
    });
    for (const person of data.people) {
      for (const affiliation of person.affiliations ?? []) {
        const ends = { source: person.id, target: affiliation.organization };
        this.#edge('affiliation', affiliation, { ...ends, kind: affiliation.role, direction: 'undirected' });
      }
    }
  }

  #relationships(data: NetworkData): void {
    for (const record of data.relationships) {
      this.#edge('relationship', record, {
        source: record.from,
        target: record.to,
        kind: record.kind,
        direction: record.direction,
        weight: record.strength,
      });
    }
  }

  #node(record: string, body: WithCustom & { id: string }, label: string): string {
    const id = this.#nodeIds.has(body.id) ? freeId(`${record}:${body.id}`, this.#nodeIds) : body.id;
    this.#nodeIds.add(id);
    const values = this.#values(record, body, nodeFields, this.nodeAttributes);
    if (id !== body.id)
      this.#set(values, { id: idField, title: 'id', type: 'text' }, body.id, this.nodeAttributes);
    this.nodes.push({ id, label, values, since: body.since, until: body.until });
    return id;
  }

  #edge(record: string, body: WithCustom & { id?: string }, edge: Omit<OwnEdge, 'id' | 'values'>): void {
    const id = freeId(body.id ?? `${record}-${this.edges.length + 1}`, this.#edgeIds);
    this.#edgeIds.add(id);
    const values = this.#values(record, body, edgeFields, this.edgeAttributes);
    if (body.id !== undefined && id !== body.id) {
      this.#set(values, { id: idField, title: 'id', type: 'text' }, body.id, this.edgeAttributes);
    }
    this.edges.push({ id, ...edge, values, since: body.since, until: body.until });
  }

  #values(
    record: string,
    body: WithCustom,
    fields: Readonly<Record<string, AttributeType>>,
    attributes: Map<string, OwnAttribute>,
  ): Map<string, AttributeValue> {
    const values = new Map<string, AttributeValue>();
    this.#set(values, { id: recordField, title: 'record', type: 'text' }, record, attributes);
    for (const [path, type] of Object.entries(fields)) {
      const value = fieldAt(body, path);
      if (value !== undefined)
        this.#set(values, { id: `field:${path}`, title: path, type }, value, attributes);
    }
    for (const [key, value] of Object.entries(body.custom ?? {})) {
      const type = typeOfValue(value);
      this.#set(values, { id: `custom.${type}:${key}`, title: key, type }, value, attributes);
    }
    return values;
  }

  #set(
    values: Map<string, AttributeValue>,
    attribute: OwnAttribute,
    value: AttributeValue,
    attributes: Map<string, OwnAttribute>,
  ): void {
    if (!attributes.has(attribute.id)) attributes.set(attribute.id, attribute);
    values.set(attribute.id, value);
  }
}

function freeId(wanted: string, taken: ReadonlySet<string>): string {
  let id = wanted;
  while (taken.has(id)) id = `${id}'`;
  return id;
}
