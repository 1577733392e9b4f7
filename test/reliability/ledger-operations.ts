import type { ChangeSet, RecordBody } from '#data/store/port.ts';

/**
 * The operation of a number: an organization, a person and the tie between them, all three or none. The organization is
 * of very different sizes, so that change sets end anywhere on pages; every eighth fills pages of its own.
 */
export function operationOf(number: number): ChangeSet {
  const [organization, person, tie] = [`o-${number}`, `p-${number}`, `r-${number}`];
  const bodies: readonly [ChangeSet['changes'][number]['kind'], RecordBody][] = [
    [
      'organization',
      {
        id: organization,
        name: `Organization ${number}`,
        description: 'x'.repeat(1 + ((number * 997) % (number % 8 === 0 ? 9_000 : 400))),
      },
    ],
    ['person', { id: person, name: `Person ${number}` }],
    ['relationship', { id: tie, from: organization, to: person, kind: 'knows of', direction: 'mutual' }],
  ];
  return {
    operation: `operation-${number}`,
    author: { name: 'ledger' },
    at: '2026-01-02T03:04:05Z',
    changes: bodies.map(([kind, after]) => ({ kind, id: after.id, ifRevision: null, after })),
  };
}
