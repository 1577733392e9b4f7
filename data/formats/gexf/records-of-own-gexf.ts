import type { GexfClass } from '#data/formats/gexf/gexf-attributes.ts';
import { creator, idField, recordField, setFieldAt } from '#data/formats/gexf/own-fields.ts';
import type { GexfDocument, GexfItem } from '#data/formats/gexf/parse-gexf.ts';
import { type InputProblems } from '#data/formats/input-problems.ts';
import { checkRecords } from '#data/formats/weft/check-records.ts';
import type { AttributeValue } from '#data/formats/plain-graph/plain-graph.ts';
import { emptyNetworkData, type NetworkData } from '#data/model/network-data.ts';

type Body = Record<string, unknown>;

/** Whether Weft wrote the file: it names itself as its creator, and says of every node which record it is. */
export function isWrittenByWeft(document: GexfDocument): boolean {
  return (
    document.creator === creator &&
    document.nodes.every((node) => node.values.some((value) => value.for === recordField))
  );
}

/** The records that a GEXF file of Weft was written from, checked by their schemas. */
export function recordsOfOwnGexf(document: GexfDocument, problems: InputProblems): NetworkData {
  const reader = new OwnGexfReader(document);
  for (const node of document.nodes) reader.node(node);
  for (const edge of document.edges) reader.edge(edge);
  return checkRecords(reader.collections, problems);
}

class OwnGexfReader {
  readonly collections = emptyNetworkData() as unknown as Record<string, Body[]>;
  readonly #document: GexfDocument;
  readonly #byNode = new Map<string, Body>();

  constructor(document: GexfDocument) {
    this.#document = document;
  }

  node(item: GexfItem): void {
    const { record, body } = this.#body('node', item);
    body['name'] = item.attributes['label'] ?? '';
    this.#byNode.set(item.attributes['id'] ?? '', body);
    const collection = { person: 'people', collaboration: 'collaborations' }[record] ?? 'organizations';
    this.collections[collection]?.push(body);
  }

  edge(item: GexfItem): void {
    const { record, body } = this.#body('edge', item);
    const { source = '', target = '', kind, weight, type } = item.attributes;
    if (record === 'participation') {
      this.#part(this.#byNode.get(target), 'participants', 'party', source, kind, body);
    } else if (record === 'affiliation') {
      this.#part(this.#byNode.get(source), 'affiliations', 'organization', target, kind, body);
    } else {
      Object.assign(body, {
        from: source,
        to: target,
        kind: kind ?? '',
        direction: type ?? this.#document.defaultEdgeType,
        ...(weight === undefined ? {} : { strength: Number(weight) }),
      });
      this.collections['relationships']?.push(body);
    }
  }

  #part(
    owner: Body | undefined,
    list: string,
    field: string,
    party: string,
    role: string | undefined,
    body: Body,
  ): void {
    const parts = ((owner ?? {})[list] ??= []) as Body[];
    delete body['id'];
    parts.push({ [field]: party, ...(role === undefined ? {} : { role }), ...body });
  }

  #body(kind: GexfClass, item: GexfItem): { record: string; body: Body } {
    const values = this.#document.attributes.valuesOf(kind, item.values, { line: item.line });
    const body: Body = { id: values.get(idField) ?? item.attributes['id'] ?? '' };
    const custom: [string, AttributeValue][] = [];
    for (const [id, value] of values) {
      const [, space, name] = /^(field|custom\.\w+):([^]*)$/u.exec(id) ?? [];
      if (name === undefined || id === recordField || id === idField) continue;
      if (space === 'field') setFieldAt(body, name, value);
      else custom.push([name, value]);
    }
    if (custom.length > 0) body['custom'] = Object.fromEntries(custom);
    return { record: String(values.get(recordField) ?? ''), body };
  }
}
