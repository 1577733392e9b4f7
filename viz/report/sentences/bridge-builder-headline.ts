import type { BridgeBuilderRow } from '#api/contract/analysis.ts';
import { counted } from '#analysis/words/counted.ts';
import { numberWords } from '#analysis/words/number-words.ts';
import { percent } from '#analysis/words/percent.ts';
import { type ReportFacts, labelOf } from '#viz/report/report-facts.ts';
import { type Headline, sentences } from '#viz/report/sentences/headline.ts';

/** Those that lie on at least one shortest route between two others. */
export function bridgeBuilders(facts: ReportFacts): readonly BridgeBuilderRow[] {
  return (facts.analysis.bridgeBuilders ?? []).filter((row) => row.betweenness > 0);
}

export function nothingDepends(row: BridgeBuilderRow): boolean {
  return (row.loss ?? 0) === 0 && row.cutOff.length === 0;
}

/** Finding 1: who holds the groups together, and what the first of them carries. */
export function bridgeBuilderHeadline(facts: ReportFacts): Headline {
  const rows = bridgeBuilders(facts);
  const [top] = rows;
  if (top === undefined) {
    return {
      headline: 'No organization stands between others.',
      text:
        facts.analysis.receipt.ties === 0
          ? 'No tie is recorded, so there is no route that anyone could carry.'
          : 'Wherever two are connected they are tied directly: nobody carries a route for others.',
    };
  }
  const name = labelOf(facts, top.id);
  const whole = facts.groups.length > 1 ? 'the groups' : 'the network';
  if (rows.every(nothingDepends)) {
    return {
      headline: `No single organization holds ${whole} together.`,
      text: `${name} lies on the most routes between others, but nothing measured here depends on ${
        rows.length === 1 ? 'it' : 'it or on any other'
      }.`,
    };
  }
  // Who carries nothing holds nothing together, however many routes lead that way.
  const others = rows.slice(1).filter((row) => !nothingDepends(row));
  return {
    headline: `${together(name, others, facts)} ${whole} together.`,
    text: sentences(withoutTop(name, top, facts), othersCarry(others)),
  };
}

function together(name: string, others: readonly BridgeBuilderRow[], facts: ReportFacts): string {
  const [second] = others;
  if (second === undefined) return `${name} holds`;
  if (others.length === 1) return `${name} and ${labelOf(facts, second.id)} hold`;
  return `${name} and ${numberWords(others.length)} others hold`;
}

function withoutTop(name: string, top: BridgeBuilderRow, facts: ReportFacts): string {
  const cut = top.cutOff.length;
  if (cut > 0) {
    return `Without ${name}, ${counted(cut, 'organization')} would lose ${cut === 1 ? 'its' : 'their'} only recorded route.`;
  }
  const across = facts.groups.length > 1 ? 'links across groups' : 'links';
  if (top.loss === null || top.loss === 0) return `Without ${name} nobody would be cut off.`;
  return `Without ${name} nobody would be cut off, but ${across} would weaken by ${percent(top.loss)}.`;
}

function othersCarry(others: readonly BridgeBuilderRow[]): string {
  if (others.length === 0) return '';
  const served = new Set(others.flatMap((row) => row.cutOff)).size;
  const who = others.length === 1 ? 'The other one' : `The other ${numberWords(others.length)}`;
  if (served === 0) return `${who} ${others.length === 1 ? 'cuts' : 'cut'} nobody off.`;
  return `${who} ${others.length === 1 ? 'is' : 'are'} the only recorded way in for ${counted(served, 'organization')}.`;
}
