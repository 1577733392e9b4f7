import { capitalized } from '#analysis/words/capitalized.ts';
import { counted } from '#analysis/words/counted.ts';
import { numberWords, thousands } from '#analysis/words/number-words.ts';
import { caption } from '#viz/report/content/front-section.ts';
import { yearBars } from '#viz/report/figures/year-bars.ts';
import type { Block, Prose } from '#viz/report/report-document.ts';
import type { ReportFacts } from '#viz/report/report-facts.ts';
import type { Noun, ReportTimeline } from '#viz/report/report-input.ts';

/** How collaborations run over the years; nothing where fewer than two years are known. */
export function timeBlocks(facts: ReportFacts): Block[] {
  const { timeline, collaborations } = facts.input;
  if (timeline === undefined || collaborations === null || timeline.years.length < 2) return [];
  const { collaboration } = facts.phrases;
  const first = timeline.years[0]?.year ?? 0;
  const last = lastYear(timeline);
  const what = `${capitalized(collaboration.many)} running in each year, ${first}–${last}.`;
  const joint = howManyJoin(collaborations, collaboration);
  return [
    { kind: 'heading', text: `${capitalized(collaboration.many)} over time` },
    {
      kind: 'figure',
      id: 'years',
      caption: caption('Figure #.', what, joint),
      description: timeline.years
        .map((year) => `${year.year}: ${year.joint} joint, ${year.alone} alone.`)
        .join(' '),
      figure: yearBars(timeline),
    },
    ...leftOut(facts, timeline, collaborations.total),
  ];
}

function lastYear({ years }: ReportTimeline): number {
  return years[years.length - 1]?.year ?? 0;
}

function howManyJoin({ total, joint }: { total: number; joint: number }, { one, many }: Noun): string {
  if (total === joint && total > 1)
    return `All ${numberWords(total)} ${many} join two or more organizations.`;
  const some = joint === 0 ? 'none' : thousands(joint);
  return `Of ${counted(total, one, many)} ${some} ${joint > 1 ? 'join' : 'joins'} two or more organizations.`;
}

/** What the drawing leaves out, and the drop that is none. */
function leftOut(facts: ReportFacts, timeline: ReportTimeline, total: number): Block[] {
  const { collaboration } = facts.phrases;
  const text: Prose = [
    timeline.withoutStart > 0
      ? `Left out: ${counted(timeline.withoutStart, collaboration.one, collaboration.many)} without a start year. `
      : '',
    timeline.withoutEnd > 0
      ? `Drawn as still running: ${counted(timeline.withoutEnd, collaboration.one, collaboration.many)} without an end year. `
      : '',
    timeline.endLater === true ? `Ends after ${lastYear(timeline)} are plans, and not drawn. ` : '',
    ...commonEnd(timeline, total),
  ];
  return text.every((span) => span === '') ? [] : [{ kind: 'note', text }];
}

/** Where a fifth of all records end in one year, what follows is no decline. */
function commonEnd(timeline: ReportTimeline, total: number): Prose {
  const { commonEnd: end } = timeline;
  if (end === null || end.count < 10 || end.count < total / 5) return [];
  return [
    { text: `Do not read a drop after ${end.year} as decline`, style: 'bold' },
    `: ${end.count} of ${total} records end in exactly that year, which looks like the year in which many entries were last updated.`,
  ];
}
