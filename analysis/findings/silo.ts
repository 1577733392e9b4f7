import type { NullKind } from '#analysis/nulls/null-model.ts';

/** What a candidate must pass to be called a silo; conductance can be set by the user. */
export const siloRules = {
  members: 4,
  conductanceBelow: 0.5,
  closedAtMost: 0.3,
  pAtMost: 0.05,
  stabilityAtLeast: 0.8,
  /** Random networks a test. */
  draws: 199,
  /** Where p is in this range it is computed for five seeds, and the middle one decides. */
  closeFrom: 0.01,
  closeTo: 0.08,
} as const;

/** A community with its certificate, or with the reasons why it has none. */
export interface Silo {
  /** Node indices, ascending. */
  readonly members: Uint32Array;
  readonly certified: boolean;
  /** closed: conductance at most .3; null unless certified. */
  readonly grade: 'silo' | 'closed' | null;
  readonly size: number;
  readonly inside: number;
  readonly leaving: number;
  readonly conductance: number | null;
  readonly eiIndex: number | null;
  /** The middle of ps; null where it was not tested against chance. */
  readonly p: number | null;
  /** One, or five where the first is close. */
  readonly ps: readonly number[];
  readonly stability: number | null;
  /** How many runs of the detection stability rests on. */
  readonly runs: number;
  /** Distinct collaborations (gatherings) with two or more members; null where no tie is projected. */
  readonly collaborations: number | null;
  readonly null: NullKind;
  /** Whole sentences: why not, or what the certificate says and how much weight it bears. */
  readonly reasons: readonly string[];
}

/** What chance gave. */
export interface SiloNull {
  readonly kind: NullKind;
  /** Random networks drawn under the first seed; 0 where no candidate was left to test. */
  readonly drawn: number;
  /** Smallest E-I of each among its communities of four or more; null where it has none. */
  readonly minima: readonly (number | null)[];
  readonly degenerate: string | null;
}
