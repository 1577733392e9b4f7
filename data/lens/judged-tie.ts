import { firstDay } from '#data/lens/date-span.ts';
import type { Lens } from '#data/model/lens.ts';
import type { Relationship, Statement } from '#data/model/relationship.ts';

export type TieRules = NonNullable<Lens['include']['relationships']>;

/** Which end a statement speaks for: the one that comes first in the claim, the other, or neither. */
export type Side = 'one' | 'other' | null;

interface Verdict {
  readonly strength: number;
  /** The day of the latest agreeing statement, else of the latest beginning; null: neither is dated. */
  readonly lastConfirmed: number | null;
}

/**
 * What is said of one kind of tie between the same two, judged together.
 *
 * union: one side agrees; the largest agreeing strength, and the largest trust. confirmed: both sides agree; the
 * smallest of each, and a trust asked for must be given by both. Where nobody who agrees gives a strength, the
 * records' own, else 1. Statements by neither side do not count. The order of records and statements has no say.
 */
export class JudgedTie {
  readonly kind: string;
  readonly from: number;
  readonly to: number;
  readonly directed: boolean;
  readonly #rules: TieRules;
  #oneSays = false;
  #otherSays = false;
  #strength: number | null = null;
  #recorded: number | null = null;
  #oneTrusts: number | null = null;
  #otherTrusts: number | null = null;
  #said: number | null = null;
  #began: number | null = null;

  constructor(rules: TieRules, kind: string, from: number, to: number, directed: boolean) {
    this.#rules = rules;
    this.kind = kind;
    this.from = from;
    this.to = to;
    this.directed = directed;
  }

  record({ strength, since }: Relationship): void {
    if (strength !== undefined) this.#recorded = this.#choose(this.#recorded, strength);
    if (since !== undefined) this.#began = larger(this.#began, firstDay(since));
  }

  hear(statement: Statement, side: Side): void {
    if (side === null || !statement.agrees) return;
    if (side === 'one') this.#oneSays = true;
    else this.#otherSays = true;
    if (statement.strength !== undefined) this.#strength = this.#choose(this.#strength, statement.strength);
    if (statement.at !== undefined) this.#said = larger(this.#said, firstDay(statement.at));
    const trust = meanTrust(statement);
    if (trust === null) return;
    if (side === 'one') this.#oneTrusts = this.#choose(this.#oneTrusts, trust);
    else this.#otherTrusts = this.#choose(this.#otherTrusts, trust);
  }

  /** Null: no tie under the rules. */
  get verdict(): Verdict | null {
    const strength = this.#strength ?? this.#recorded ?? 1;
    if (!this.#isSaid || !this.#isTrusted || strength < (this.#rules.minStrength ?? 0)) return null;
    return { strength, lastConfirmed: this.#said ?? this.#began };
  }

  get #isConfirmed(): boolean {
    return this.#rules.rule === 'confirmed';
  }

  get #isSaid(): boolean {
    return this.#isConfirmed ? this.#oneSays && this.#otherSays : this.#oneSays || this.#otherSays;
  }

  get #isTrusted(): boolean {
    const { minTrust } = this.#rules;
    return minTrust === undefined || (this.#trust ?? -Infinity) >= minTrust;
  }

  get #trust(): number | null {
    const one = this.#oneTrusts;
    const other = this.#otherTrusts;
    if (one !== null && other !== null) return this.#choose(one, other);
    return this.#isConfirmed ? null : (one ?? other);
  }

  #choose(chosen: number | null, value: number): number {
    if (chosen === null) return value;
    return this.#isConfirmed ? Math.min(chosen, value) : Math.max(chosen, value);
  }
}

function larger(one: number | null, other: number): number {
  return one === null ? other : Math.max(one, other);
}

/** The mean of what is graded of reliability, support and openness; null: nothing is. */
function meanTrust({ trust }: Statement): number | null {
  if (trust === undefined) return null;
  let sum = 0;
  let graded = 0;
  for (const grade of [trust.reliability, trust.support, trust.openness]) {
    if (grade === undefined) continue;
    sum += grade;
    graded++;
  }
  return graded === 0 ? null : sum / graded;
}
