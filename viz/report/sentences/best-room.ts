import { listNames } from '#analysis/words/list-names.ts';
import { numberWords } from '#analysis/words/number-words.ts';
import type { Analysis } from '#api/contract/analysis.ts';
import { sentences } from '#viz/report/sentences/headline.ts';

type Convening = NonNullable<Analysis['convening']>;

/** Whom to invite, and what would come of it at best. */
export function bestRoom(
  { seats, exact, invite, before, gain }: Convening,
  labelOf: (id: string) => string,
): string {
  const count = numberWords(seats);
  return sentences(
    `The best ${count}${exact ? '' : ' found'} are ${listNames(invite.map(labelOf))}.`,
    `If all ${count} came to work together, closeness across groups would rise from ${before.toFixed(3)} to ${(before + gain).toFixed(3)}; that is the best case.`,
  );
}
