import { numberWords } from '#analysis/words/number-words.ts';
import type { Analysis } from '#api/contract/analysis.ts';
import { pageHeading } from '#viz/findings/page-heading.ts';
import { surprisingPairs } from '#viz/findings/pair-finding.ts';
import type { MapInput } from '#viz/scene/picture.ts';

/** What a map is looked at for, in a few sentences: the groups, who holds them together, which sectors do not meet. */
export function mapAnswers(analysis: Analysis, map: MapInput): string {
  const [pair] = surprisingPairs(analysis.sectorPairs ?? []);
  return [`${pageHeading(analysis, map)}.`, heldTogether(map), pair?.sentence ?? '']
    .filter((sentence) => sentence !== '')
    .join(' ');
}

function heldTogether({ nodes, groups }: MapInput): string {
  const ringed = nodes.filter(({ bridge }) => bridge > 0).sort((a, b) => a.bridge - b.bridge);
  const [first, second] = ringed;
  if (first === undefined) return '';
  const whole = groups.length > 1 ? 'the groups' : 'the network';
  if (second === undefined) return `${first.label} holds ${whole} together.`;
  const others = ringed.length === 2 ? second.label : `${numberWords(ringed.length - 1)} others`;
  return `${first.label} and ${others} hold ${whole} together.`;
}
