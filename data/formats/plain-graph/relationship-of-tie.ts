import { type InputPlace, type InputProblems } from '#data/formats/input-problems.ts';
import { cleanCustom } from '#data/formats/plain-graph/clean-custom.ts';
import { cleanText, isAbsent } from '#data/formats/plain-graph/clean-text.ts';
import { parseNumber } from '#data/formats/plain-graph/number-text.ts';
import type { AttributeValue, PlainTie } from '#data/formats/plain-graph/plain-graph.ts';
import { headerWords, tieWords } from '#data/formats/table/header-words.ts';
import type { Relationship } from '#data/model/relationship.ts';

/** Attribute names that say what kind of tie it is. */
const kindNames: readonly string[] = [...tieWords.kind, 'edge label'];

/**
 * A tie of a plain graph as a relationship. kind is the file's own word, else “tie”; strength only if the file gives
 * one; a loop is kept (the graph leaves it out, counted). Undefined when refused (the problem is listed).
 */
export function relationshipOfTie(
  tie: PlainTie,
  id: string,
  isNode: (id: string) => boolean,
  problems: InputProblems,
): Relationship | undefined {
  const { place } = tie;
  const from = endOf(tie.from, 'from', isNode, place, problems);
  const to = endOf(tie.to, 'to', isNode, place, problems);
  const strength = strengthOf(tie, problems);
  const { kind: said, rest } = kindOf(tie);
  const kind = cleanText(said, 'The kind of a tie', 200, place, problems);
  if (from === undefined || to === undefined || strength === 'refused' || kind === undefined)
    return undefined;
  const custom = cleanCustom(rest, place, problems);
  return {
    id,
    from,
    to,
    kind,
    direction: tie.direction,
    ...(strength === undefined ? {} : { strength }),
    ...(tie.since === undefined ? {} : { since: tie.since }),
    ...(tie.until === undefined ? {} : { until: tie.until }),
    ...(custom === undefined ? {} : { custom }),
  };
}

function endOf(
  id: string,
  end: 'from' | 'to',
  isNode: (id: string) => boolean,
  place: InputPlace,
  problems: InputProblems,
): string | undefined {
  const normal = id.normalize('NFC');
  if (isNode(normal)) return normal;
  const what =
    id === ''
      ? `A tie has no node at its ${end} end`
      : `A tie names the node “${id}” (${end}), which is not in the file`;
  problems.row('NODE_NOT_FOUND', place, `${what}; the id of a node of the file is accepted.`, id);
  return undefined;
}

function strengthOf(tie: PlainTie, problems: InputProblems): number | undefined | 'refused' {
  const { strength: given, place } = tie;
  if (given === undefined || (typeof given === 'string' && isAbsent(given))) return undefined;
  const value = typeof given === 'number' ? given : parseNumber(given);
  if (value !== undefined && Number.isFinite(value) && value >= 0) return value;
  problems.row(
    'STRENGTH_NOT_VALID',
    place,
    `The tie from “${tie.from}” to “${tie.to}” has the strength ${given}; a number of 0 or more is accepted.`,
    String(given),
  );
  return 'refused';
}

function kindOf(tie: PlainTie): { kind: string; rest: ReadonlyMap<string, AttributeValue> } {
  if (tie.kind !== undefined && !isAbsent(tie.kind)) return { kind: tie.kind, rest: tie.attributes };
  for (const wanted of kindNames) {
    for (const [key, value] of tie.attributes) {
      if (headerWords(key) !== wanted) continue;
      if (typeof value !== 'string' || isAbsent(value) || value.length > 200) continue;
      const rest = new Map(tie.attributes);
      rest.delete(key);
      return { kind: value, rest };
    }
  }
  return { kind: 'tie', rest: tie.attributes };
}
