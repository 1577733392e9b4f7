import type { BridgeBuilder } from '#analysis/findings/bridge-builders.ts';
import { capitalized } from '#analysis/words/capitalized.ts';
import { counted } from '#analysis/words/counted.ts';
import { hundredths } from '#analysis/words/hundredths.ts';
import { listNames } from '#analysis/words/list-names.ts';
import { numberWords, thousands } from '#analysis/words/number-words.ts';
import { percent } from '#analysis/words/percent.ts';

/** A single tie that restores less is no replacement. */
const replaces = 0.25;

/**
 * One bridge-builder in one plain sentence: "Maple Trust joins 4 groups; without it 14 pairs lose their only
 * path; a tie between A and B would restore 72%." Its numbers are figures, as it stands in lists and tables.
 *
 * @param name  name of a node
 */
export function bridgeBuilderSentence(bridge: BridgeBuilder, name: (node: number) => string): string {
  const clauses = [joins(bridge, name), withoutIt(bridge), restores(bridge, name)];
  return `${clauses.filter((clause) => clause !== null).join('; ')}.`;
}

function joins(bridge: BridgeBuilder, name: (node: number) => string): string {
  const groups = bridge.connects.length;
  if (groups === 0) return `${name(bridge.node)} and its partners are in no group`;
  if (groups === 1) return `${name(bridge.node)} works within one group`;
  return `${name(bridge.node)} joins ${groups} groups`;
}

function withoutIt({ parted, loss, dependence }: BridgeBuilder): string {
  if (parted > 0) {
    return parted === 1
      ? 'without it 1 pair loses its only path'
      : `without it ${thousands(parted)} pairs lose their only path`;
  }
  if (loss === null || loss === 0 || dependence === null) return 'nothing measured here depends on it';
  return `without it nobody would be cut off, but ${inHundred(dependence)} connected pairs across groups would be further apart`;
}

function restores({ backup }: BridgeBuilder, name: (node: number) => string): string | null {
  if (backup === null) return null;
  const pair = `${name(backup.a)} and ${name(backup.b)}`;
  if (backup.restores < replaces) {
    return `no single tie replaces it: the best${foundOnly(backup.exact)}, between ${pair}, would restore ${percent(backup.restores)}`;
  }
  return `a tie between ${pair} would restore ${percent(backup.restores)}`;
}

function foundOnly(exact: boolean): string {
  return exact ? '' : ' found';
}

/** "about 15 in 100", "about three in 100", "fewer than one in 100". */
function inHundred(share: number): string {
  const count = hundredths(share);
  return count === 0 ? 'fewer than one in 100' : `about ${numberWords(count)} in 100`;
}

/** How many cut-off organizations a sentence names before it counts the rest. */
const named = 6;

/** What hangs on a bridge-builder, as the report's prose says it; one sentence. */
export function dependsSentence(bridge: BridgeBuilder, name: (node: number) => string): string {
  const { cutOff, loss, dependence } = bridge;
  if (cutOff.length > 0) {
    const who = `${counted(cutOff.length, 'organization')} ${cutOff.length === 1 ? 'reaches' : 'reach'}`;
    return `${capitalized(who)} the rest only through it: ${listNames(cutOff.map(name), named)}.`;
  }
  if (loss === null || loss === 0 || dependence === null) return 'Nothing measured here depends on it.';
  return `Without it nobody would be cut off, but ${inHundred(dependence)} connected pairs across groups would be further apart.`;
}

/** The backup tie as the report's prose says it; null where nothing is lost. */
export function backupSentence(
  { backup }: Pick<BridgeBuilder, 'backup'>,
  name: (node: number) => string,
): string | null {
  if (backup === null) return null;
  const pair = `${name(backup.a)} and ${name(backup.b)}`;
  const share = percent(backup.restores);
  if (backup.restores < replaces) {
    return `No single tie replaces it: the best${foundOnly(backup.exact)}, between ${pair}, would restore ${share} of what is lost.`;
  }
  return `Backup: a tie between ${pair} would restore ${share} of what is lost${asGood(backup.equal - 1)}.`;
}

function asGood(others: number): string {
  if (others === 0) return '';
  return others === 1 ? '; one other is as good' : `; ${numberWords(others)} others are as good`;
}

/** Routes through it, as tables print betweenness: a whole number with thousands commas; – under a half. */
export function routesThrough(betweenness: number): string {
  return betweenness < 0.5 ? '–' : thousands(Math.round(betweenness));
}
