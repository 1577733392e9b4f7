import { z } from 'zod';
import type { LoadedNetwork } from '#api/services/loaded-network.ts';
import type { SharedEvent } from '#data/lens/lensed-network.ts';
import type { Network } from '#data/model/network.ts';
import type { Noun, ReportWords } from '#viz/report/report-input.ts';

const noun = z.tuple([z.string().min(1).max(60), z.string().min(1).max(60)]);

/**
 * What a network calls its collaborations and its kinds of organization: what its own record says (custom fields
 * collaborationWords and sectorWords, one and many: ["project", "projects"]); else, where all collaborations are of
 * one kind, that kind. Nothing is guessed beyond that.
 */
export function reportWords({ data, lensed }: Pick<LoadedNetwork, 'data' | 'lensed'>): Partial<ReportWords> {
  const events = lensed.events.find(({ of }) => of === 'collaborations')?.events ?? [];
  const collaboration = stated(data.network, 'collaborationWords') ?? oneKind(events);
  const sector = stated(data.network, 'sectorWords');
  return {
    ...(collaboration === null ? {} : { collaboration }),
    ...(sector === null ? {} : { sector }),
  };
}

function stated(network: Network | undefined, field: string): Noun | null {
  const words = noun.safeParse(network?.custom?.[field]);
  return words.success ? { one: words.data[0], many: words.data[1] } : null;
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
