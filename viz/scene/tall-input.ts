import type { MapInput } from '#viz/scene/picture.ts';
import { nameIn } from '#viz/scene/titles.ts';

const ringed = 3;

/**
 * The same network for a picture as narrow as a phone: groups by their letter and first name, the first three
 * bridge-builders ringed. With all names on it there would be no room for the groups.
 */
export function tallInput(input: MapInput): MapInput {
  return {
    ...input,
    groups: input.groups.map((group) => ({ ...group, name: nameIn('short', group.name) })),
    nodes: input.nodes.map((node) => (node.bridge > ringed ? { ...node, bridge: 0 } : node)),
  };
}
