import { join } from 'node:path';

export interface StorePlace {
  /** What a relative path is relative to. */
  readonly directory: string;
  /** WEFT_STORE and WEFT_DATA are read, NEO4J_PASSWORD and NEO4J_PASSWORD_FILE. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** The address of the store: as given, else WEFT_STORE, else weft.db in WEFT_DATA, else in ./weft-data. */
export function storeUrl(given: string | undefined, { environment }: StorePlace): string {
  const url = given ?? environment.WEFT_STORE;
  if (url !== undefined && url !== '') return url;
  const data = environment.WEFT_DATA;
  return `sqlite:${join(data === undefined || data === '' ? 'weft-data' : data, 'weft.db')}`;
}
