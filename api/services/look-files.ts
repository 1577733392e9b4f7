import { resolve } from 'node:path';
import { parseLens } from '#api/services/parse-lens.ts';
import { fileExists, readInputFile } from '#api/services/read-file.ts';
import type { NetworkRequest } from '#api/services/network-request.ts';
import type { InputFile } from '#data/formats/format.ts';
import { groupableAttributes } from '#data/lens/groups-from.ts';
import type { LensedNetwork } from '#data/lens/lensed-network.ts';

/** The lens of a request, written out or in a file. Errors: LENS_NOT_VALID, FILE_NOT_READABLE */
export async function readGivenLens({
  lens,
  directory,
}: NetworkRequest): Promise<{ given?: unknown; bytes?: Uint8Array }> {
  if (lens === undefined) return {};
  if (directory === null || lens.trimStart().startsWith('{')) return { given: parseLens(lens) };
  const { bytes } = await readInputFile(resolve(directory, lens));
  return { given: parseLens(new TextDecoder().decode(bytes)), bytes };
}

/** The word of --groups is tried as communities, certified, an attribute, then a file. */
export async function readGroupsFile(
  request: NetworkRequest,
  { nodes }: LensedNetwork,
): Promise<InputFile | null> {
  const { groups, directory } = request;
  if (directory === null) return null;
  if (groups === 'communities' || groups === 'certified') return null;
  if (groupableAttributes(nodes).includes(groups)) return null;
  const path = resolve(directory, groups);
  return (await fileExists(path)) ? await readInputFile(path) : null;
}
