import type { Lens } from '#data/model/lens.ts';

/** A network of a store. */
export interface StoredNetworkName {
  /** The address of the store. */
  readonly store: string;
  /** What a relative path in it is relative to. */
  readonly storeDirectory: string;
  readonly slug: string;
  /** As it was then; the present one where nothing is said. */
  readonly revision?: number;
  /** The whole lens, merged already: whatever the network's own default lens has become since. */
  readonly lens?: Lens;
}

/** Which network is meant and how it is looked at, as a plain value that can be sent to the host. */
export interface NetworkRequest {
  /** Absolute paths; none where a network of a store is meant. */
  readonly files: readonly string[];
  readonly stored?: StoredNetworkName;
  /** What a lens or groups file is relative to; null: the words name no files (they came over the network). */
  readonly directory: string | null;
  readonly format: string | undefined;
  readonly mapFile: string | undefined;
  /** JSON, or the path of a file that holds it. */
  readonly lens: string | undefined;
  readonly asOf: string | undefined;
  readonly weights: 'strength' | 'ignore';
  /** communities, certified, an attribute or a file. */
  readonly groups: string;
  readonly seed: number;
  readonly top: number;
  readonly source: string | undefined;
  readonly skipBadRows: boolean;
}
