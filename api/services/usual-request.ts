import type { NetworkRequest } from '#api/services/network-request.ts';

/** The command line's own defaults, with no files: what is wanted otherwise, a stored network say, is added. */
export const usualRequest = {
  files: [],
  directory: null,
  format: undefined,
  mapFile: undefined,
  lens: undefined,
  asOf: undefined,
  weights: 'strength',
  groups: 'communities',
  seed: 1,
  top: 10,
  source: undefined,
  skipBadRows: false,
} as const satisfies NetworkRequest;
