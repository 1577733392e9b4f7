import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kinds } from '#data/model/define-record.ts';
import { validateRecord } from '#data/model/validate-record.ts';
import { records } from '#data/model/registry.ts';
import { type FlatRecord, flattenRecord, unflattenRecord } from '#data/store/neo4j/flatten-record.ts';
import { graphPlan } from '#data/store/neo4j/graph-plan.ts';
import { anyRecord } from './any-record.ts';

const seed = 20261124;

/** As a reading gives it, each list turned round: Neo4j promises no order. */
function asRead(
  flat: FlatRecord,
): Parameters<typeof unflattenRecord> extends [unknown, ...infer Rest] ? Rest : never {
  const links = (lists: FlatRecord['links']) =>
    lists.map((list) => list.map(({ target, properties }) => [target, properties] as const).toReversed());
  return [
    flat.properties,
    links(flat.links),
    flat.items.map((list) => list.map((item) => [item.properties, links(item.links)] as const).toReversed()),
  ];
}

describe.each(kinds)('a record of the kind %s as nodes and relationships', (kind) => {
  it('comes back as it was, whatever the schema accepts', () => {
    fc.assert(
      fc.property(anyRecord(kind), (body) => {
        expect(validateRecord(kind, body)).toEqual([]);
        const back = unflattenRecord(kind, ...asRead(flattenRecord(kind, body)));
        // JSON has no −0, and Neo4j's whole numbers have none either.
        const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
        expect(plain(back)).toEqual(plain(body));
      }),
      { seed, numRuns: 300 },
    );
  });

  it('holds no object and no mixed list in a property', () => {
    fc.assert(
      fc.property(anyRecord(kind), (body) => {
        const flat = flattenRecord(kind, body);
        const all = [flat.properties, ...flat.links.flat().map((link) => link.properties)];
        for (const item of flat.items.flat())
          all.push(item.properties, ...item.links.flat().map((link) => link.properties));
        for (const value of all.flatMap((properties) => Object.values(properties))) {
          if (Array.isArray(value)) expect(value.every((one) => typeof one === 'string')).toBe(true);
          else expect(['string', 'number', 'boolean']).toContain(typeof value);
        }
      }),
      { seed, numRuns: 100 },
    );
  });

  it('has a relationship for every field that names another record', () => {
    const { links, items } = graphPlan[kind];
    const pathOf = ({ field, target, list }: (typeof links)[number]): string =>
      `${field}${list ? '[]' : ''}${target === undefined ? '' : `.${target}`}`;
    const paths = [
      ...links.map(pathOf),
      ...items.flatMap((item) => item.links.map((link) => `${item.field}[].${pathOf(link)}`)),
    ];
    expect(paths.sort()).toEqual(records[kind].links.map(({ path }) => path).sort());
  });
});
