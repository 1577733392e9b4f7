import { firstDay } from '#data/lens/date-span.ts';
import type { Lens } from '#data/model/lens.ts';
import type { Relationship, Statement } from '#data/model/relationship.ts';

type Rules = NonNullable<Lens['include']['relationships']>;

/** Which end a statement speaks for: the one that comes first in the claim, the other, or neither. */
export type Side = 'one' | 'other' | null;

interface Verdict {
  readonly strength: number;
  /** The day of the latest agreeing statement, or of the latest beginning; null: neither is dated. */
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
  readonly #says = { one: false, other: false };
  readonly #strengths: number[] = [];
  readonly #recorded: number[] = [];
  /** Means of the agreeing statements that grade trust, by side. */
  readonly #trust = { one: [] as number[], other: [] as number[] };
  #said = -Infinity;
  #began = -Infinity;

  constructor(kind: string, from: number, to: number, directed: boolean) {
    this.kind = kind;
    this.from = from;
    this.to = to;
    this.directed = directed;
  }

  record({ strength, since }: Relationship): void {
    if (strength !== undefined) this.#recorded.push(strength);
    if (since !== undefined) this.#began = Math.max(this.#began, firstDay(since));
  }

  hear(statement: Statement, side: Side): void {
    if (side === null || !statement.agrees) return;
    this.#says[side] = true;
    if (statement.strength !== undefined) this.#strengths.push(statement.strength);
    const trust = meanTrust(statement);
    if (trust !== null) this.#trust[side].push(trust);
    if (statement.at !== undefined) this.#said = Math.max(this.#said, firstDay(statement.at));
  }

  /** Null: no tie under these rules. */
  verdict(rules: Rules): Verdict | null {
    const confirmed = rules.rule === 'confirmed';
    if (!this.#isSaid(confirmed)) return null;
    const choose = confirmed ? smallest : largest;
    const strength = choose(this.#strengths) ?? choose(this.#recorded) ?? 1;
    if (strength < (rules.minStrength ?? 0)) return null;
    if (rules.minTrust !== undefined && !this.#isTrusted(confirmed, rules.minTrust)) return null;
    const day = Number.isFinite(this.#said) ? this.#said : this.#began;
    return { strength, lastConfirmed: Number.isFinite(day) ? day : null };
  }

  #isSaid(confirmed: boolean): boolean {
    const { one, other } = this.#says;
    return confirmed ? one && other : one || other;
  }

  #isTrusted(confirmed: boolean, least: number): boolean {
    const { one, other } = this.#trust;
    if (!confirmed) return (largest([...one, ...other]) ?? -Infinity) >= least;
    return one.length > 0 && other.length > 0 && [...one, ...other].every((trust) => trust >= least);
  }
}

/** The mean of what is graded of reliability, support and openness; null: nothing is. */
function meanTrust({ trust }: Statement): number | null {
  const grades = Object.values(trust ?? {}).filter((grade) => grade !== undefined);
  return grades.length === 0 ? null : grades.reduce((sum, grade) => sum + grade, 0) / grades.length;
}

function largest(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : values.reduce((one, other) => Math.max(one, other));
}

function smallest(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : values.reduce((one, other) => Math.min(one, other));
}
