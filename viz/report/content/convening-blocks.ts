import { numberWords, thousands } from '#analysis/words/number-words.ts';
import type { Block } from '#viz/report/report-document.ts';
import { type ReportFacts, labelOf } from '#viz/report/report-facts.ts';
import { bestRoom } from '#viz/report/sentences/best-room.ts';
import { sentences } from '#viz/report/sentences/headline.ts';

/** Printed, it would be 0.000. */
const tooLittle = 0.0005;

/** Whom to invite to one table, where it was computed. */
export function conveningBlocks(facts: ReportFacts): Block[] {
  const { convening } = facts.analysis;
  if (convening === undefined || convening.gain < tooLittle) return [];
  const { random: drawn } = convening;
  const seats = numberWords(convening.seats);
  const random =
    drawn.mean === null
      ? ''
      : `The ${thousands(drawn.rooms)} rooms drawn at random would gain ${drawn.mean.toFixed(3)} on average.`;
  const connected =
    convening.bestConnectedGain < tooLittle
      ? `Inviting the ${seats} best-connected organizations would gain nothing: they already work together.`
      : `Inviting the ${seats} best-connected organizations would gain ${convening.bestConnectedGain.toFixed(3)}.`;
  return [
    { kind: 'heading', text: `If ${seats} are invited to one table` },
    {
      kind: 'prose',
      text: [
        sentences(
          bestRoom(convening, (id) => labelOf(facts, id)),
          random,
          connected,
        ),
      ],
    },
  ];
}
