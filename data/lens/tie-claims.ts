import { JudgedTie, type TieRules } from '#data/lens/judged-tie.ts';
import type { SideOf } from '#data/lens/speaker.ts';
import type { Relationship } from '#data/model/relationship.ts';

/** What is said of ties, gathered by kind and by who stands at their ends, to be judged together. */
export class TieClaims {
  readonly #rules: TieRules;
  readonly #n: number;
  readonly #sideOf: SideOf;
  readonly #byKind = new Map<string, Map<number, JudgedTie>>();
  readonly #ties: JudgedTie[] = [];
  #unheard = 0;

  constructor(rules: TieRules, n: number, sideOf: SideOf) {
    this.#rules = rules;
    this.#n = n;
    this.#sideOf = sideOf;
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
  add(record: Relationship, from: number, to: number): void {
    const tie = this.#claim(record.kind, from, to, record.direction === 'directed');
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
  addStatedByFrom(record: Relationship, from: number, to: number): void {
    const tie = this.#claim(record.kind, from, to, false);
    tie.record(record);
    tie.hear({ by: record.from, agrees: true }, tie.from === from ? 'one' : 'other');
  }

  /** Without a direction the lower node comes first. */
  #claim(kind: string, from: number, to: number, directed: boolean): JudgedTie {
    const one = directed ? from : Math.min(from, to);
    const other = directed ? to : Math.max(from, to);
    const key = (one * this.#n + other) * 2 + (directed ? 1 : 0);
    let ofKind = this.#byKind.get(kind);
    if (ofKind === undefined) {
      ofKind = new Map();
      this.#byKind.set(kind, ofKind);
    }
    const known = ofKind.get(key);
    if (known !== undefined) return known;
    const tie = new JudgedTie(this.#rules, kind, one, other, directed);
    ofKind.set(key, tie);
    this.#ties.push(tie);
    return tie;
  }
}
