import type { Relationship, Statement } from '#data/model/relationship.ts';
import type { Property } from '#data/store/neo4j/flatten-fields.ts';

/** The tie between two parties that a relationship's node stands for, for Cypher, Bloom and Graph Data Science. */
export interface RelatesTo {
  readonly from: string;
  readonly to: string;
  readonly properties: Readonly<Record<string, Property>>;
}

/**
 * What RELATES_TO says, by the rule of the default lens (union) for this relationship alone.
 *
 * strength   the largest that somebody gives who agrees, else the relationship's own, else 1
 * trust      the largest mean of the grades that somebody gives who agrees
 * Output     null: there is no such tie, because nobody agrees or because its strength is 0
 */
export function relatesTo({
  id,
  from,
  to,
  kind,
  direction,
  strength,
  since,
  until,
  statements = [],
}: Relationship): RelatesTo | null {
  const agreeing = statements.filter(({ agrees }) => agrees);
  if (statements.length > 0 && agreeing.length === 0) return null;
  const said = agreeing.flatMap((statement) => statement.strength ?? []);
  const felt = said.length > 0 ? Math.max(...said) : (strength ?? 1);
  if (felt === 0) return null;
  const trusts = agreeing.flatMap((statement) => meanTrust(statement) ?? []);
  return {
    from,
    to,
    properties: {
      ...{ id, kind, direction, strength: felt },
      ...(trusts.length > 0 ? { trust: Math.max(...trusts) } : {}),
      ...(since === undefined ? {} : { since }),
      ...(until === undefined ? {} : { until }),
    },
  };
}

function meanTrust({ trust = {} }: Statement): number | null {
  const grades = Object.values(trust).filter((grade) => grade !== undefined);
  return grades.length === 0 ? null : grades.reduce((sum, grade) => sum + grade, 0) / grades.length;
}
