import { JudgedTie, type TieRules } from '#data/lens/judged-tie.ts';
import { speaker } from '#data/lens/speaker.ts';
import type { NetworkData } from '#data/model/network-data.ts';
import type { Relationship } from '#data/model/relationship.ts';

/** A relationship that the lens keeps, with its ends as nodes. */
export interface KeptRelationship {
  readonly record: Relationship;
  readonly from: number;
  readonly to: number;
}

/** What is said of ties, gathered by kind and by who stands at their ends, to be judged together. */
export class TieClaims {
  readonly #rules: TieRules;
  readonly #n: number;
  readonly #sideOf: ReturnType<typeof speaker>;
  readonly #byKind = new Map<string, Map<number, JudgedTie>>();
  readonly #ties: JudgedTie[] = [];
  #unheard = 0;

  constructor(rules: TieRules, n: number, data: NetworkData) {
    this.#rules = rules;
    this.#n = n;
    this.#sideOf = speaker(data);
  }

  /** In the order in which they are first claimed. */
  get ties(): readonly JudgedTie[] {
    return this.#ties;
  }

  /** Records of which only others than the two ends speak. */
  get unheard(): number {
    return this.#unheard;
  }

  /** A record with statements; it is judged with others of its direction, if it has one. */
  add(kept: KeptRelationship): void {
    const { record, from } = kept;
    const tie = this.#claim(kept, record.direction === 'directed');
    tie.record(record);
    let heard = false;
    for (const statement of record.statements ?? []) {
      const side = this.#sideOf(statement.by, record, tie.from === from);
      heard ||= side !== null;
      tie.hear(statement, side);
    }
    if (!heard) this.#unheard++;
  }

  /** A record that counts as stated by its `from`; it is judged with those that the other end states. */
  addStatedByFrom(kept: KeptRelationship): void {
    const tie = this.#claim(kept, false);
    tie.record(kept.record);
    tie.hear({ by: kept.record.from, agrees: true }, tie.from === kept.from ? 'one' : 'other');
  }

  /** Without a direction the lower node comes first. */
  #claim({ record: { kind }, from, to }: KeptRelationship, directed: boolean): JudgedTie {
    const one = directed ? from : Math.min(from, to);
    const other = directed ? to : Math.max(from, to);
    const key = (one * this.#n + other) * 2 + (directed ? 1 : 0);
    const ofKind = this.#byKind.get(kind) ?? new Map<number, JudgedTie>();
    this.#byKind.set(kind, ofKind);
    const known = ofKind.get(key);
    if (known !== undefined) return known;
    const tie = new JudgedTie(this.#rules, kind, one, other, directed);
    ofKind.set(key, tie);
    this.#ties.push(tie);
    return tie;
  }
}
