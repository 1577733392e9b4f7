import { z } from 'zod';
import type { LoadedNetwork } from '#api/services/loaded-network.ts';
import type { SharedEvent } from '#data/lens/lensed-network.ts';
import type { Noun, ReportWords } from '#viz/report/report-input.ts';

const noun = z.strictObject({ one: z.string().min(1).max(60), many: z.string().min(1).max(60) });
const stated = z.object({ collaboration: noun.optional(), sector: noun.optional() });

/**
 * What a network calls its collaborations and its kinds of organization: what its own record says (custom.words:
 * {"collaboration": {"one": "project", "many": "projects"}, "sector": {…}}); else, where all collaborations are of one
 * kind, that kind. Nothing is guessed beyond that.
 */
export function reportWords({ data, lensed }: Pick<LoadedNetwork, 'data' | 'lensed'>): Partial<ReportWords> {
  const events = lensed.events.find(({ of }) => of === 'collaborations')?.events ?? [];
  const given = stated.safeParse(data.network?.custom?.['words']);
  const kind = oneKind(events);
  const words = given.success ? given.data : {};
  const collaboration = words.collaboration ?? kind;
  return {
    ...(collaboration === null ? {} : { collaboration }),
    ...(words.sector === undefined ? {} : { sector: words.sector }),
  };
}

function oneKind(events: readonly SharedEvent[]): Noun | null {
  const [first] = events;
  const kind = first?.kind?.trim().toLowerCase();
  if (kind === undefined || !/^[a-z][a-z -]{1,30}$/u.test(kind)) return null;
  return events.every((event) => event.kind?.trim().toLowerCase() === kind)
    ? { one: kind, many: pluralOf(kind) }
    : null;
}

/** English, regular: project → projects, study → studies, process → processes. */
function pluralOf(word: string): string {
  if (/[^aeiou]y$/u.test(word)) return `${word.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/u.test(word) ? `${word}es` : `${word}s`;
}
