import { counted } from '#analysis/words/counted.ts';
import { decimals } from '#analysis/words/decimals.ts';
import { listNames } from '#analysis/words/list-names.ts';
import { numberWords } from '#analysis/words/number-words.ts';
import type { Analysis } from '#api/contract/analysis.ts';
import { surprisingPairs } from '#viz/findings/pair-finding.ts';
import { smallestGroup } from '#viz/report/report-groups.ts';
import { bestRoom } from '#viz/report/sentences/best-room.ts';

const bridgeBuildersSaid = 3;

/** The findings as sentences, strongest first: silos, who holds the groups together, who never met, whom to invite. */
export function findingSentences(analysis: Omit<Analysis, 'sentences'>): string[] {
  return [
    ...siloSentences(analysis),
    ...bridgeSentences(analysis),
    ...surprisingPairs(analysis.sectorPairs ?? []).map(({ sentence }) => sentence),
    ...roomSentences(analysis),
  ];
}

function siloSentences({ silos, communities, organizations }: Omit<Analysis, 'sentences'>): string[] {
  if (!silos) return [];
  const label = labels(organizations);
  const looked = silos.filter(({ size }) => size >= smallestGroup);
  if (looked.length === 0) return ['No group is large enough to be looked at.'];
  const certified = silos
    .filter((silo) => silo.certified)
    .sort((a, b) => (a.conductance ?? 1) - (b.conductance ?? 1));
  if (certified.length === 0) {
    return [`No group is closed enough to be called a silo, of ${numberWords(looked.length)} looked at.`];
  }
  return certified.map((silo) => {
    const name = communities?.find(({ members }) => members[0] === silo.members[0])?.name;
    const members = silo.members.map((id) => label.get(id) ?? id);
    const group =
      name === undefined
        ? `The group of ${listNames(members, 3)}`
        : `Group ${name} (${counted(silo.size, 'organization')})`;
    const ends = 2 * silo.inside + silo.leaving;
    const rests =
      silo.collaborations === null
        ? ''
        : `; its ties inside rest on ${counted(silo.collaborations, 'collaboration')}`;
    const p = silo.p === null ? '' : `, p ${decimals(silo.p, 3)}`;
    return `${group} keeps to itself: ${2 * silo.inside} of its ${ends} tie ends stay inside${p}${rests}.`;
  });
}

function bridgeSentences({ bridgeBuilders }: Omit<Analysis, 'sentences'>): string[] {
  return (bridgeBuilders ?? []).slice(0, bridgeBuildersSaid).map(({ sentence }) => sentence);
}

function roomSentences({ convening, organizations }: Omit<Analysis, 'sentences'>): string[] {
  if (!convening) return [];
  const label = labels(organizations);
  return [bestRoom(convening, (id) => label.get(id) ?? id)];
}

function labels(organizations: Analysis['organizations']): ReadonlyMap<string, string> {
  return new Map(organizations.map((row) => [row.id, row.label]));
}
