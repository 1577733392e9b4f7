import { resolve } from 'node:path';
import { fileExists, readInputFile } from '#api/services/read-file.ts';
import type { NetworkRequest } from '#api/services/network-request.ts';
import type { StepTimer } from '#api/services/step-timer.ts';
import { parseMapping } from '#data/ingest/parse-mapping.ts';
import { inputHash } from '#data/ingest/input-hash.ts';
import { readFiles } from '#data/ingest/read-files.ts';
import { applyLens } from '#data/lens/apply-lens.ts';
import { groupableAttributes } from '#data/lens/groups-from.ts';
import type { LensedNetwork } from '#data/lens/lensed-network.ts';
import { resolveLens } from '#data/lens/resolve-lens.ts';
import { parseLens } from '#api/services/parse-lens.ts';
import type { InputFile } from '#data/formats/format.ts';
import type { Lens } from '#data/model/lens.ts';
import type { NetworkData } from '#data/model/network-data.ts';
import type { Problem } from '#data/model/problem.ts';

/** A network in memory, looked at through its lens. */
export interface LoadedNetwork {
  readonly data: NetworkData;
  readonly lens: Lens;
  readonly lensed: LensedNetwork;
  /** Notes of the reading, then omitted rows, then notes of the lens. */
  readonly notes: readonly Problem[];
  readonly inputHash: string | null;
  /** The network's slug and revision where it comes from a store. */
  readonly network: string | null;
  readonly revision: number | null;
  /** The groups file, where --groups names one. */
  readonly groupsFile: InputFile | null;
}

/**
 * Reads the files of a request and applies its lens.
 *
 * Errors   INPUT_NOT_VALID, LENS_NOT_VALID, FILE_NOT_READABLE
 */
export async function loadNetwork(
  request: NetworkRequest,
  timer: StepTimer,
  signal: AbortSignal,
): Promise<LoadedNetwork> {
  const files = await Promise.all(request.files.map(readInputFile));
  const mapping = request.mapFile === undefined ? undefined : await readInputFile(request.mapFile);
  const lensFile = await readLensFile(request);
  const read = await timer.run('read', () =>
    readFiles(files, {
      format: request.format,
      skipBadRows: request.skipBadRows,
      signal,
      ...(request.source === undefined ? {} : { source: request.source }),
      ...(mapping === undefined ? {} : { mapping: parseMapping(mapping) }),
    }),
  );
  const lens = resolveLens({
    network: read.data.network?.defaultLens,
    given: lensFile.text === undefined ? undefined : parseLens(lensFile.text),
    asOf: request.asOf,
  });
  const lensed = await timer.run('graph', () => applyLens(read.data, lens, { weights: request.weights }));
  const groupsFile = await readGroupsFile(request, lensed);
  return {
    data: read.data,
    lens,
    lensed,
    notes: [...read.notes, ...read.omitted, ...lensed.notes],
    inputHash: inputHash({
      files: files.map(({ bytes }) => bytes),
      mapping: mapping?.bytes,
      lens: lensFile.bytes,
      groups: groupsFile?.bytes,
    }),
    network: null,
    revision: null,
    groupsFile,
  };
}

async function readLensFile({
  lens,
  directory,
}: NetworkRequest): Promise<{ text?: string; bytes?: Uint8Array }> {
  if (lens === undefined) return {};
  if (lens.trimStart().startsWith('{')) return { text: lens };
  const { bytes } = await readInputFile(resolve(directory, lens));
  return { text: new TextDecoder().decode(bytes), bytes };
}

/** The word of --groups is tried as communities, certified, an attribute, then a file. */
async function readGroupsFile(request: NetworkRequest, { nodes }: LensedNetwork): Promise<InputFile | null> {
  const { groups, directory } = request;
  if (groups === 'communities' || groups === 'certified') return null;
  if (groupableAttributes(nodes).includes(groups)) return null;
  const path = resolve(directory, groups);
  return (await fileExists(path)) ? await readInputFile(path) : null;
}
