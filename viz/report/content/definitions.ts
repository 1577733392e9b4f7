import type { Entry } from '#viz/report/report-document.ts';
import type { ReportFacts } from '#viz/report/report-facts.ts';
import { siloRules } from '#analysis/findings/silo.ts';

/** What the words of the report mean, those that it uses. */
export function definitions(facts: ReportFacts): Entry[] {
  return [...ofTies(facts), ...ofGroups(facts), ...ofBridgeBuilders(), ...ofSectors(facts), constraint];
}

function define(term: string, text: string): Entry {
  return { term, text: [text] };
}

const constraint = define(
  'Constraint',
  'Burt’s measure of how far an organization’s partners are each other’s partners too; it does not exist without a partner.',
);

function ofTies(facts: ReportFacts): Entry[] {
  const { collaboration, tie } = facts.phrases;
  const { include, distance } = facts.analysis.receipt.lens;
  const projection = include.collaborations?.projection;
  const strength =
    facts.input.ties === 'stated'
      ? 'As the data state it; 1 where they do not. Several ties between the same two are added.'
      : projection === 'count'
        ? `Each shared ${collaboration.one} adds 1.`
        : `A ${collaboration.one} of k organizations gives each pair 1/(k\u00a0−\u00a01), so that a large one does not drown many small ones; ${collaboration.many} add up.`;
  return [
    define('Tie', tie),
    define('Strength of a tie', strength),
    define(
      'Distance',
      distance === 'hops'
        ? 'The number of ties on the shortest route between two organizations.'
        : 'The sum of 1/strength over the ties of the shortest route.',
    ),
  ];
}

function ofGroups(facts: ReportFacts): Entry[] {
  const { receipt } = facts.analysis;
  const { conductanceBelow, closedAtMost, pAtMost, stabilityAtLeast } = siloRules;
  const runs = facts.candidates[0]?.silo.runs;
  const best = runs === undefined ? 'the best of several seeded runs' : `the best of ${runs} seeded runs`;
  const drawn = facts.analysis.siloNull?.drawn;
  const group =
    receipt.groups === 'communities'
      ? `A set of organizations tied more to each other than to the rest, found by the Leiden method: ${best} by modularity.`
      : `A part of the partition that was chosen: ${receipt.groups}.`;
  const chance = facts.phrases.chance;
  return [
    define('Group', group),
    define(
      'Silo',
      `A group of at least four with conductance under ${conductanceBelow.toFixed(2)}, p at most ${pAtMost.toFixed(2)} and stability of at least ${stabilityAtLeast.toFixed(2)}; “closed” when conductance is at most ${closedAtMost.toFixed(2)}.`,
    ),
    define(
      'Conductance',
      'Tie ends leaving the group, divided by all tie ends of the group (or of the rest, if smaller).',
    ),
    define(
      'E-I index',
      'Ties leaving minus ties inside, divided by their sum: −1 wholly inward, +1 wholly outward.',
    ),
    ...(drawn === undefined || drawn === 0
      ? []
      : [
          define(
            'p of a group',
            `One plus the number of ${drawn} chance networks whose most closed group of four or more is as closed as this one, divided by ${drawn + 1}.`,
          ),
        ]),
    define('Chance network', `One in which ${chance}; groups are then found in it anew.`),
    define('Stability', `How often, over ${runs ?? 'the'} runs, two members of the group are put together.`),
  ];
}

function ofBridgeBuilders(): Entry[] {
  return [
    define(
      'Routes through it',
      'Betweenness: shortest routes between all pairs that pass through an organization, shared where there are several.',
    ),
    define(
      'Links lost',
      'How much closeness across groups, without the organization’s own pairs, falls when the organization is taken out.',
    ),
    define(
      'Closeness across groups',
      'The mean of 1/distance over pairs of organizations in different groups; 0 where there is no route, 1 if all were tied.',
    ),
    define(
      'Cut off, pairs parted',
      'Organizations, and pairs of organizations, that had a route before and have none after.',
    ),
    define(
      'Backup tie',
      'The one new tie, not touching the organization, that restores most of what is lost.',
    ),
  ];
}

function ofSectors(facts: ReportFacts): Entry[] {
  if ((facts.analysis.sectorPairs ?? []).length === 0) return [];
  return [
    define(
      'Expected ties',
      'The mean over chance networks; reported as fewer when the corrected p (Benjamini–Hochberg) is at most 0.05, counted both ways.',
    ),
    define(
      'Never met',
      facts.input.gatherings
        ? 'No tie at all and no shared gathering.'
        : 'No tie at all and no shared gathering; no gathering is recorded here, so it reads “no tie recorded”.',
    ),
  ];
}
