import { siloRules } from '#analysis/findings/silo.ts';
import { counted } from '#analysis/words/counted.ts';
import { listNames } from '#analysis/words/list-names.ts';
import { numberWords } from '#analysis/words/number-words.ts';
import type { Block, Cell, Section, TableRow } from '#viz/report/report-document.ts';
import type { Candidate, ReportFacts } from '#viz/report/report-facts.ts';
import { caption } from '#viz/report/content/front-section.ts';
import { chanceStrip } from '#viz/report/figures/chance-strip.ts';
import {
  certificate,
  commonCertificate,
  shortCertificate,
  weightItBears,
} from '#viz/report/sentences/certificate.ts';
import { otherGroups } from '#viz/report/sentences/other-groups.ts';
import { outsideGroups } from '#viz/report/sentences/outside-groups.ts';
import { certified, nearestToSilo } from '#viz/report/sentences/silo-headline.ts';
import { siloTests, whyNot, whyNotClauses } from '#viz/report/sentences/silo-tests.ts';
import { sentences } from '#viz/report/sentences/headline.ts';

/** Page 3: the groups, and which of them is a silo. */
export function groupsSection(facts: ReportFacts): Section {
  const { candidates, phrases } = facts;
  const found = certified(facts);
  const how =
    candidates.length === 0
      ? 'No group of four or more was found, so none could be a silo.'
      : `Organizations that ${phrases.together} fall into ${counted(candidates.length, 'group')} of four or more.`;
  return {
    id: 'groups',
    title: found.length === 0 ? 'Groups, and whether one is a silo' : 'Groups, and which of them is a silo',
    lead: [
      `${how} Being a group is not yet being a silo. A silo keeps most of its tie ends inside, is more closed than chance would make it, and is found again when the search is repeated.`,
    ],
    blocks: [
      ...(candidates.length === 0 ? [] : [table(facts)]),
      ...verdictSides(facts, found),
      ...strip(facts),
      ...restSides(facts, found),
    ],
  };
}

function table(facts: ReportFacts): Block {
  const { candidates } = facts;
  const { conductanceBelow, pAtMost, stabilityAtLeast } = siloRules;
  return {
    kind: 'table',
    id: 'candidates',
    caption: [
      {
        text: `Table #. ${candidates.length === 1 ? 'The one candidate' : `The ${numberWords(candidates.length)} candidates`}.`,
        style: 'bold',
      },
      ' A cross marks a test that failed, a dash one that was not needed.',
    ],
    columns: [
      { head: 'Group, around', align: 'left', width: 0 },
      { head: 'Organi\u00adzations', align: 'right', width: 15 },
      { head: 'Ties inside', align: 'right', width: 12 },
      { head: 'Ties leaving', align: 'right', width: 13 },
      { head: 'Conduc\u00adtance', sub: `under ${conductanceBelow.toFixed(2)}`, align: 'right', width: 21 },
      { head: 'p', sub: `at most ${pAtMost.toFixed(2)}`, align: 'right', width: 21 },
      { head: 'Stability', sub: `at least ${stabilityAtLeast.toFixed(2)}`, align: 'right', width: 21 },
      { head: 'Verdict', align: 'left', width: 42 },
    ],
    rows: candidates.map((candidate) => candidateRow(facts, candidate)),
  };
}

function candidateRow(facts: ReportFacts, { silo, letter, name }: Candidate): TableRow {
  const tests = siloTests(silo);
  const verdict: Cell = silo.certified
    ? { text: 'Silo, certified', bold: true, ...(silo.grade === 'closed' ? { also: '(closed)' } : {}) }
    : { text: `Not a silo: ${whyNot(facts, silo)}` };
  return {
    shaded: silo.certified,
    cells: [
      { lead: letter, text: name },
      { text: String(silo.size) },
      { text: String(silo.inside) },
      { text: String(silo.leaving) },
      tested(silo.conductance, 2, tests.conductance),
      tested(silo.p, 3, tests.p),
      tested(silo.stability, 2, tests.stability),
      verdict,
    ],
  };
}

function tested(value: number | null, decimals: number, passed: boolean | null): Cell {
  if (value === null || passed === null) return { text: '–' };
  return { text: value.toFixed(decimals), passed, bold: !passed };
}

function verdictSides(facts: ReportFacts, found: readonly Candidate[]): Block[] {
  if (facts.candidates.length === 0) return [];
  if (found.length > 2) return manySilos(facts, found);
  return found.length > 0 ? fewSilos(facts, found) : noSilo(facts);
}

function fewSilos(facts: ReportFacts, found: readonly Candidate[]): Block[] {
  const left: Block[] = [
    { kind: 'heading', text: found.length === 1 ? 'The silo' : `The ${numberWords(found.length)} silos` },
    ...found.map((candidate): Block => ({
      kind: 'prose',
      text: [{ text: `Group ${candidate.letter}`, style: 'bold' }, `: ${certificate(facts, candidate)}`],
    })),
  ];
  const right: Block[] = [
    {
      kind: 'heading',
      text: found.length === 1 ? 'How much weight it can bear' : 'How much weight they can bear',
    },
    { kind: 'prose', text: [weightItBears(facts, found)] },
    { kind: 'prose', text: [readCertificate] },
  ];
  return [{ kind: 'sides', split: 'halves', left, right }];
}

function noSilo(facts: ReportFacts): Block[] {
  const nearest = nearestToSilo(facts);
  if (nearest === undefined) return [];
  const all = nearest.silo.inside + nearest.silo.leaving;
  const why = ` around ${nearest.around} keeps ${nearest.silo.inside} of its ${all} ties inside, but it is not called a silo: ${whyNotClauses(facts, nearest.silo)}.`;
  const left: Block[] = [
    { kind: 'heading', text: 'The most closed group' },
    { kind: 'prose', text: [{ text: `Group ${nearest.letter}`, style: 'bold' }, why] },
  ];
  const right: Block[] = [
    { kind: 'heading', text: 'How to read this' },
    { kind: 'prose', text: [readFailure] },
  ];
  return [{ kind: 'sides', split: 'halves', left, right }];
}

const readFailure =
  'A group has to pass every test. Where p is above 0.05 the same could be chance; that is not to say that it is chance. That no group passes is no praise either: it says that none is known to keep to itself.';

function manySilos(facts: ReportFacts, found: readonly Candidate[]): Block[] {
  return [
    { kind: 'heading', text: `The ${numberWords(found.length)} silos` },
    { kind: 'prose', text: [commonCertificate(facts, found)] },
    {
      kind: 'entries',
      items: found.map((candidate) => ({
        term: `Group ${candidate.letter}`,
        text: [shortCertificate(facts, candidate)],
      })),
    },
    { kind: 'heading', text: 'How much weight they can bear' },
    { kind: 'prose', text: [sentences(weightItBears(facts, found), readCertificate)] },
  ];
}

const readCertificate =
  'A certificate says that these organizations keep to themselves in what is recorded. It does not say why, and keeping to itself is no fault: a group may be young, specialized or far away.';

function strip(facts: ReportFacts): Block[] {
  const drawing = chanceStrip(facts);
  const drawn = facts.analysis.siloNull?.drawn ?? 0;
  if (drawing === null) {
    return facts.candidates.length === 0 || facts.analysis.siloNull?.degenerate
      ? []
      : [{ kind: 'note', text: ['No chance networks were needed: no group passed the other tests.'] }];
  }
  const none = (facts.analysis.siloNull?.minima ?? []).filter((value) => value === null).length;
  const without = none === 0 ? '' : ` In ${none} of them no group of four or more was found.`;
  return [
    {
      kind: 'figure',
      id: 'chance',
      caption: caption(
        'Figure #.',
        'How closed each group is, against chance.',
        `Grey: the most closed group in each of ${drawn} chance networks.${without} Shaded: more closed than in 95 of 100 of them. ${inShade(facts)}`,
      ),
      description: `E-I index of each group: ${facts.candidates
        .map(({ letter, silo }) => `${letter} ${silo.eiIndex === null ? 'none' : silo.eiIndex.toFixed(2)}`)
        .join(', ')}. Further left is more closed. ${inShade(facts)}`,
      figure: drawing,
    },
  ];
}

function inShade(facts: ReportFacts): string {
  const inside = facts.candidates
    .filter(({ silo }) => siloTests(silo).p === true)
    .map(({ letter }) => letter);
  if (inside.length === 0) return 'No group lies in the shaded part.';
  if (inside.length === facts.candidates.length) return 'All groups lie in the shaded part.';
  return `Only ${listNames(inside)} ${inside.length === 1 ? 'lies' : 'lie'} in the shaded part.`;
}

function restSides(facts: ReportFacts, found: readonly Candidate[]): Block[] {
  const others = facts.candidates.length - found.length;
  const outside: Block[] = [
    { kind: 'heading', text: 'Outside every group' },
    { kind: 'prose', text: [outsideGroups(facts)] },
  ];
  if (others === 0) return outside;
  const title =
    found.length === 0
      ? others === 1
        ? 'Why it is not a silo'
        : 'Why none is a silo'
      : others === 1
        ? 'The other group'
        : `The ${numberWords(others)} others`;
  return [
    {
      kind: 'sides',
      split: 'halves',
      left: [
        { kind: 'heading', text: title },
        { kind: 'prose', text: [sentences(noneOf(facts), otherGroups(facts))] },
      ],
      right: outside,
    },
  ];
}

function noneOf(facts: ReportFacts): string {
  const failing = facts.candidates.filter(({ silo }) => !silo.certified);
  const [first] = failing;
  if (first === undefined) return '';
  if (failing.length === 1) return `Group ${first.letter} is not a silo.`;
  const last = failing[failing.length - 1];
  if (failing.length === 2) return `Neither group ${first.letter} nor group ${last?.letter ?? ''} is a silo.`;
  const consecutive = failing.every((candidate, i) => candidate === facts.candidates[i]);
  return consecutive && failing.length > 3
    ? `None of groups ${first.letter} to ${last?.letter ?? ''} is a silo.`
    : `None of groups ${listNames(failing.map(({ letter }) => letter))} is a silo.`;
}
