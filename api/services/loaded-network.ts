import type { InputFile } from '#data/formats/format.ts';
import type { LensedNetwork } from '#data/lens/lensed-network.ts';
import type { Lens } from '#data/model/lens.ts';
import type { NetworkData } from '#data/model/network-data.ts';
import type { Problem } from '#data/model/problem.ts';

/** A network in memory, looked at through its lens. */
export interface LoadedNetwork {
  readonly data: NetworkData;
  /** What its file calls it, where no record does. */
  readonly title?: string;
  readonly lens: Lens;
  readonly lensed: LensedNetwork;
  /** Notes of the reading, then omitted rows, then notes of the lens. */
  readonly notes: readonly Problem[];
  readonly inputHash: string | null;
  /** The network's slug and revision where it comes from a store. */
  readonly network: string | null;
  readonly revision: number | null;
  /** When that revision was committed. */
  readonly at: string | null;
  /** The groups file, where --groups names one. */
  readonly groupsFile: InputFile | null;
}
