import type { Ask } from '#data/store/neo4j/connection.ts';
import type { NetworkId } from '#data/store/port.ts';

/**
 * The kinds of a network's relationships in which a text is found: every word of it, the last as a beginning, without
 * regard to capitals and marks. It takes the place of an index of them: cost O(relationships), of an index alone.
 */
export async function kindsMatching(ask: Ask, network: NetworkId, text: string): Promise<string[]> {
  const kinds = await ask<string>(
    `MATCH (n:Relationship) WHERE n.network = $network AND n.created >= 0 AND n.position >= 0 RETURN DISTINCT n.kind`,
    { network },
  );
  return kinds.filter((kind) => holdsWords(kind, text));
}

/** Whether a text holds every word of another, the last as a beginning; false where that has none. */
function holdsWords(text: string, wanted: string): boolean {
  const there = wordsOf(text);
  const words = wordsOf(wanted);
  const last = words.length - 1;
  return (
    last >= 0 &&
    words.every((word, at) => there.some((one) => (at === last ? one.startsWith(word) : one === word)))
  );
}

function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFD')
      .replaceAll(/\p{M}+/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}
