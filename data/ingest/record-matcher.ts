import type { Kind } from '#data/model/define-record.ts';
import { rewriteLinks } from '#data/model/rewrite-links.ts';
import type { RecordBody, Stored } from '#data/store/port.ts';
import { isMadeId } from '#data/store/uuid-v7.ts';

export interface Match {
  /** Its id in the store: that of the stored record, or a new one. */
  readonly id: string;
  readonly stored: Stored | undefined;
}

interface External {
  readonly source: string;
  readonly id: string;
}

/** Finds what a network already has of the records that files hold, and gives ids to the others. */
export class RecordMatcher {
  readonly #options: { readonly keepIds: boolean; readonly newId: () => string };
  readonly #byId = new Map<string, Stored>();
  readonly #byExternal = new Map<string, Stored>();
  /** Records without an external id by what they are, in the order of creation. */
  readonly #byNature = new Map<string, Stored[]>();
  readonly #claimed = new Set<string>();
  /** Kind → id in the files → id in the store. */
  readonly #ids = new Map<Kind, Map<string, string>>();
  idsNotKept = 0;

  constructor(
    present: readonly Stored[],
    options: { readonly keepIds: boolean; readonly newId: () => string },
  ) {
    this.#options = options;
    for (const stored of present) {
      this.#byId.set(stored.id, stored);
      for (const external of externalIds(stored.body)) {
        const key = externalKey(stored.kind, external);
        if (!this.#byExternal.has(key)) this.#byExternal.set(key, stored);
      }
      const nature = natureOf(stored.kind, stored.body);
      if (nature === null) continue;
      const alike = this.#byNature.get(nature);
      if (alike) alike.push(stored);
      else this.#byNature.set(nature, [stored]);
    }
  }

  /** Parties must be matched before what names them. */
  match(kind: Kind, record: RecordBody): Match {
    const stored = this.#find(kind, record);
    const id = stored?.id ?? this.#idForNew(record);
    this.#claimed.add(id);
    const ids = this.#ids.get(kind) ?? new Map<string, string>();
    this.#ids.set(kind, ids.set(record.id, id));
    return { id, stored };
  }

  /** The id in the store of what a file's record names. */
  readonly idOf = (id: string, to: readonly Kind[]): string => {
    for (const kind of to) {
      const found = this.#ids.get(kind)?.get(id);
      if (found !== undefined) return found;
    }
    return id;
  };

  #find(kind: Kind, record: RecordBody): Stored | undefined {
    const free = (stored: Stored | undefined): Stored | undefined =>
      stored?.kind === kind && !this.#claimed.has(stored.id) ? stored : undefined;
    const isOwn = this.#options.keepIds || isMadeId(record.id);
    const own = isOwn ? free(this.#byId.get(record.id)) : undefined;
    if (own) return own;
    const external = externalIds(record);
    for (const one of external) {
      const stored = free(this.#byExternal.get(externalKey(kind, one)));
      if (stored) return stored;
    }
    if (external.length > 0) return undefined;
    const nature = natureOf(kind, rewriteLinks(kind, record, this.idOf));
    const alike = nature === null ? undefined : this.#byNature.get(nature);
    while (alike?.[0] && !free(alike[0])) alike.shift();
    return alike?.shift();
  }

  #idForNew(record: RecordBody): string {
    if (!this.#options.keepIds) return this.#options.newId();
    if (!this.#byId.has(record.id) && !this.#claimed.has(record.id)) return record.id;
    this.idsNotKept++;
    return this.#options.newId();
  }
}

function externalIds(body: RecordBody): readonly External[] {
  return (body.external ?? []) as External[];
}

function externalKey(kind: Kind, { source, id }: External): string {
  return JSON.stringify([kind, source, id]);
}

/** What a tie, need or offer that no source gave an id is known by; several alike are told apart by their order. */
function natureOf(kind: Kind, body: RecordBody): string | null {
  if (externalIds(body).length > 0) return null;
  if (kind === 'relationship') {
    const ends = [String(body.from), String(body.to)];
    if (body.direction !== 'directed') ends.sort();
    return JSON.stringify([kind, body.kind, body.direction, ...ends]);
  }
  if (kind === 'need') return JSON.stringify([kind, body.title, body.askedBy]);
  return kind === 'offer' ? JSON.stringify([kind, body.party, body.category]) : null;
}
