import type { BridgeBuilderRow } from '#api/contract/analysis.ts';
import { capitalized } from '#analysis/words/capitalized.ts';
import { hundredths } from '#analysis/words/hundredths.ts';
import { listNames } from '#analysis/words/list-names.ts';
import { numberWords } from '#analysis/words/number-words.ts';
import { percent } from '#analysis/words/percent.ts';
import { type ReportFacts, labelOf } from '#viz/report/report-facts.ts';
import { nothingDepends } from '#viz/report/sentences/bridge-builder-headline.ts';
import { sentences } from '#viz/report/sentences/headline.ts';

/** So many names are read; the rest is counted. */
const namesShown = 6;
/** Below it a tie is no backup worth the name. */
const backupFrom = 0.25;

/** What depends on a bridge-builder, and the tie that would back it up. */
export function whatDepends(facts: ReportFacts, row: BridgeBuilderRow): string {
  if (nothingDepends(row)) return 'Nothing measured here depends on it.';
  return sentences(
    row.cutOff.length > 0 ? onlyThroughIt(facts, row.cutOff) : furtherApart(row),
    backup(facts, row),
  );
}

function onlyThroughIt(facts: ReportFacts, cutOff: readonly string[]): string {
  const names = listNames(
    cutOff.map((id) => labelOf(facts, id)),
    namesShown,
  );
  if (cutOff.length === 1) return `One organization reaches the rest only through it: ${names}.`;
  const count = capitalized(numberWords(cutOff.length));
  const who = /^\d/.test(count) ? `As many as ${count}` : count;
  return `${who} organizations reach the rest only through it: ${names}.`;
}

function furtherApart(row: BridgeBuilderRow): string {
  if (row.dependence === null || row.dependence === 0) return 'Without it nobody would be cut off.';
  const of100 = hundredths(row.dependence);
  const share = of100 === 0 ? 'fewer than one' : `about ${numberWords(of100)}`;
  return `Without it nobody would be cut off, but ${share} in 100 connected pairs across groups would be further apart.`;
}

function backup(facts: ReportFacts, row: BridgeBuilderRow): string {
  if (row.backup === null) return '';
  const { a, b, restores, equal, exact } = row.backup;
  const between = `between ${labelOf(facts, a)} and ${labelOf(facts, b)}`;
  const asGood =
    equal <= 1
      ? ''
      : equal === 2
        ? '; one other is as good'
        : `; ${numberWords(equal - 1)} others are as good`;
  return restores >= backupFrom
    ? `Backup: ${exact ? 'a' : 'the best found, a'} tie ${between}${exact ? '' : ','} would restore ${percent(restores)} of what is lost${asGood}.`
    : `No single tie replaces it: the best${exact ? '' : ' found'}, ${between}, would restore ${percent(restores)} of what is lost${asGood}.`;
}
