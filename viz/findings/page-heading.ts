import { capitalized } from '#analysis/words/capitalized.ts';
import { counted } from '#analysis/words/counted.ts';
import { numberWords, thousands } from '#analysis/words/number-words.ts';
import type { Analysis } from '#api/contract/analysis.ts';
import type { MapInput } from '#viz/scene/picture.ts';

/** The first page's heading states the answer. */
export function pageHeading({ silos, receipt }: Analysis, { groups }: MapInput): string {
  if (receipt.nodes === 0) return 'Nobody is recorded yet';
  if (receipt.ties === 0) return 'No tie is recorded yet';
  if (groups.length === 0) return 'No group of four or more';
  const found = (silos ?? []).filter(({ certified }) => certified).length;
  const all = `${capitalized(numberWords(groups.length))} ${groups.length === 1 ? 'group' : 'groups'}`;
  if (found === 0) return `${all}, ${groups.length === 1 ? 'no silo' : 'none closed enough to be a silo'}`;
  if (found === groups.length) {
    return groups.length === 1 ? 'One group, and it keeps to itself' : `${all}, and each keeps to itself`;
  }
  return `${all}; ${numberWords(found)} ${found === 1 ? 'keeps to itself' : 'keep to themselves'}`;
}

/** "240 organizations and 689 ties, 2016 to 2026." */
export function pageLead({ receipt }: Analysis): string {
  const { during } = receipt.lens;
  const when = during === 'all' ? '' : `, ${during[0]} to ${during[1]}`;
  return `${thousands(receipt.nodes)} ${receipt.nodes === 1 ? 'organization' : 'organizations'} and ${
    receipt.ties > 12 ? `${thousands(receipt.ties)} ties` : counted(receipt.ties, 'tie')
  }${when}.`;
}
