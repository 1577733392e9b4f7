import { counted } from '#analysis/words/counted.ts';
import { thousands } from '#analysis/words/number-words.ts';
import type { Block, Prose, Section } from '#viz/report/report-document.ts';
import type { ReportFacts } from '#viz/report/report-facts.ts';
import { bridgeBuilderHeadline } from '#viz/report/sentences/bridge-builder-headline.ts';
import { sectorHeadline } from '#viz/report/sentences/sector-headline.ts';
import { siloHeadline } from '#viz/report/sentences/silo-headline.ts';
import { singular } from '#viz/report/report-words.ts';
import { sentences } from '#viz/report/sentences/headline.ts';
import { capitalized } from '#analysis/words/capitalized.ts';
import { writtenDate } from '#viz/report/written-date.ts';

/** Page 1: what it is about, three findings, the map. */
export function frontSection(facts: ReportFacts): Section {
  const { input } = facts;
  return {
    id: 'front',
    kicker: `Partnership report · ${input.networkName}`,
    title: input.title,
    lead: [sentences(recorded(facts), when(facts))],
    blocks: facts.organizations.length === 0 ? empty : [findings(facts), map(facts)],
  };
}

const empty: Block[] = [
  {
    kind: 'prose',
    text: [
      'No organization is recorded yet, so there is nothing to find. As soon as there are organizations and what they do together, this report says who holds them together, which groups keep to themselves, and who has not met.',
    ],
  },
];

function recorded(facts: ReportFacts): string {
  const { analysis, input, phrases } = facts;
  const organizations = amount(analysis.receipt.nodes, 'organization', 'organizations');
  const ties = amount(analysis.receipt.ties, 'tie', 'ties');
  const done = input.collaborations;
  if (done === null && analysis.receipt.nodes === 1) return `Recorded here: ${organizations}, and ${ties}.`;
  if (done === null) return `Recorded here: ${organizations} and ${ties} between them.`;
  const together = amount(done.total, phrases.collaboration.one, phrases.collaboration.many);
  return `Recorded here: ${organizations} and ${together}, which ${done.total === 1 ? 'makes' : 'make'} ${ties}.`;
}

function amount(count: number, one: string, many: string): string {
  return count === 0 ? `no ${one}` : `${thousands(count)} ${count === 1 ? one : many}`;
}

function when(facts: ReportFacts): string {
  const { asOf } = facts.input;
  const { during } = facts.analysis.receipt.lens;
  const seen =
    during === 'all'
      ? facts.input.collaborations === null
        ? ''
        : 'all years'
      : during[0] === during[1]
        ? `what held on ${writtenDate(during[0])}`
        : `what held between ${writtenDate(during[0])} and ${writtenDate(during[1])}`;
  if (asOf === null) return seen === '' ? '' : `${capitalized(seen)}.`;
  return `As of ${writtenDate(asOf)}${seen === '' ? '' : `; ${seen}`}.`;
}

function findings(facts: ReportFacts): Block {
  const items = [
    { ...bridgeBuilderHeadline(facts), to: 'together' },
    { ...siloHeadline(facts), to: 'groups' },
    { ...sectorHeadline(facts), to: 'sectors' },
  ];
  return { kind: 'findings', items: items.map(({ headline, text, to }) => ({ headline, text: [text], to })) };
}

function map(facts: ReportFacts): Block {
  const { groups, phrases } = facts;
  const what =
    facts.analysis.receipt.ties === 0
      ? `${capitalized(counted(facts.organizations.length, 'organization'))}.`
      : groups.length === 0
        ? `Organizations that ${phrases.together}.`
        : `${capitalized(counted(groups.length, 'group'))} of organizations that ${phrases.together}.`;
  return {
    kind: 'figure',
    id: 'map',
    caption: caption('Figure #.', what, connected(facts)),
    description: sentences(what, connected(facts), mapInWords(facts)),
    figure: 'map',
  };
}

export function caption(number: string, what: string, more: string): Prose {
  return [{ text: `${number} ${what}`, style: 'bold' }, more === '' ? '' : ` ${more}`];
}

function connected(facts: ReportFacts): string {
  const { network, receipt } = facts.analysis;
  if (receipt.ties === 0)
    return receipt.nodes === 1 ? 'No tie is recorded.' : 'No tie is recorded between them.';
  const alone = facts.organizations.filter((one) => one.partners.length === 0).length;
  const largest = network.largestComponent ?? null;
  if (largest === null) return '';
  if (largest === receipt.nodes)
    return largest === 2 ? 'Both are connected.' : `All ${thousands(largest)} are connected.`;
  const first = `${thousands(largest)} of ${thousands(receipt.nodes)} are connected`;
  if (alone === 0) return `${first}.`;
  const { withNobody } = facts.phrases;
  return `${first}; ${thousands(alone)} ${alone === 1 ? singular(withNobody) : withNobody}.`;
}

function mapInWords(facts: ReportFacts): string {
  return facts.groups
    .map(
      (group) =>
        `Group ${group.letter} around ${group.name}: ${counted(group.members.length, 'organization')}.`,
    )
    .join(' ');
}
