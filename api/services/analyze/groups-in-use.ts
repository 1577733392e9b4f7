import type { Groups } from '#analysis/graph/graph.ts';
import type { AnalysisRun } from '#api/services/analyze/analysis-run.ts';
import { communityNames } from '#api/services/analyze/community-names.ts';
import { DataError } from '#data/errors.ts';
import { InputProblems } from '#data/formats/input-problems.ts';
import { decodeText } from '#data/formats/text/decode-text.ts';
import type { NetworkData } from '#data/model/network-data.ts';
import { groupableAttributes, groupsByAttribute, groupsFromFile } from '#data/lens/groups-from.ts';

/**
 * The partition that --groups names, tried as communities, certified, an attribute, then a file.
 *
 * Errors   GROUPS_NOT_VALID, with the attributes that there are; INPUT_NOT_VALID: a groups file that is no text
 */
export async function groupsInUse(run: AnalysisRun, word: string): Promise<Groups> {
  const { lensed, groupsFile } = run.network;
  if (word === 'communities') return await communities(run);
  if (word === 'certified') return await certified(run);
  const attributes = groupableAttributes(lensed.nodes);
  if (attributes.includes(word)) return groupsByAttribute(lensed.nodes, word);
  if (groupsFile) {
    const problems = new InputProblems(groupsFile.name);
    const text = decodeText(groupsFile.bytes, problems);
    return groupsFromFile(lensed.nodes, text, groupsFile.name, idsOf(run.network.data));
  }
  throw new DataError(
    'GROUPS_NOT_VALID',
    `${JSON.stringify(word)} is neither an attribute of the network nor a file.`,
    `communities, certified, ${attributes.length > 0 ? `${attributes.join(', ')}, ` : ''}or a CSV file of ids and groups`,
  );
}

/** Every id of the records: what the lens leaves out may still stand in a groups file. */
function idsOf({ organizations, people, collaborations, gatherings, communities }: NetworkData): Set<string> {
  const records = [organizations, people, collaborations, gatherings, communities].flat();
  return new Set(records.map(({ id }) => id));
}

async function communities(run: AnalysisRun): Promise<Groups> {
  const { membership, count } = await run.detection();
  return {
    of: Int32Array.from(membership),
    count,
    names: communityNames(run.network.lensed, membership, count),
  };
}

async function certified(run: AnalysisRun): Promise<Groups> {
  const { membership } = await run.detection();
  const found = await run.silos();
  const names = communityNames(run.network.lensed, membership, found.silos.length);
  const numbers = new Map(
    found.silos
      .flatMap((silo, community) => (silo.certified ? [community] : []))
      .map((community, number) => [community, number]),
  );
  return {
    of: Int32Array.from(membership, (community) => numbers.get(community) ?? -1),
    count: numbers.size,
    names: [...numbers.keys()].map((community) => names[community] ?? ''),
  };
}
