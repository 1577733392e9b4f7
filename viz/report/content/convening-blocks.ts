import { listNames } from '#analysis/words/list-names.ts';
import { numberWords } from '#analysis/words/number-words.ts';
import type { Block } from '#viz/report/report-document.ts';
import { type ReportFacts, labelOf } from '#viz/report/report-facts.ts';
import { sentences } from '#viz/report/sentences/headline.ts';

/** Whom to invite to one table, where it was computed. */
export function conveningBlocks(facts: ReportFacts): Block[] {
  const { convening } = facts.input;
  const before = facts.analysis.network.crossEfficiency ?? null;
  if (convening === undefined || before === null) return [];
  const seats = numberWords(convening.seats);
  const names = listNames(convening.invite.map((id) => labelOf(facts, id)));
  const random =
    convening.randomMean === null
      ? ''
      : `Rooms drawn at random would gain ${convening.randomMean.toFixed(3)} on average.`;
  const connected =
    convening.bestConnectedGain < 0.0005
      ? `Inviting the ${seats} best-connected organizations would gain nothing: they already work together.`
      : `Inviting the ${seats} best-connected organizations would gain ${convening.bestConnectedGain.toFixed(3)}.`;
  return [
    { kind: 'heading', text: `If ${seats} are invited to one table` },
    {
      kind: 'prose',
      text: [
        sentences(
          `The best ${seats}${convening.exact ? '' : ' found'} are ${names}.`,
          `If all ${seats} came to work together, closeness across groups would rise from ${before.toFixed(3)} to ${(before + convening.gain).toFixed(3)}; that is the best case.`,
          random,
          connected,
        ),
      ],
    },
  ];
}
