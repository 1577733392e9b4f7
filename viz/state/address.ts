/** The pages of records, each of which has an address of its own. */
const recordPages = [
  'organizations',
  'people',
  'relationships',
  'collaborations',
  'communities',
  'gatherings',
  'needs',
  'offers',
  'sources',
] as const;

/** The pages below a network, by the first word of their address. */
export const pages = [
  'findings',
  'map',
  ...recordPages,
  'silos',
  'bridge-builders',
  'sectors',
  'convene',
  'reports',
  'data',
  'history',
  'settings',
] as const;
export type PageName = (typeof pages)[number];

export type Query = Readonly<Record<string, string>>;

/** What is on screen, wholly: every view is an address that can be sent to somebody. */
export type Address =
  | { readonly network: null; readonly query: Query }
  | { readonly network: string; readonly page: PageName; readonly id: string | null; readonly query: Query };

/**
 * Reads an address.
 *
 * Input    path and query string as the browser has them
 * Output   null: no such page; percent signs that are no encoding are taken as they stand
 */
export function parseAddress(path: string, search: string): Address | null {
  const query = Object.fromEntries(new URLSearchParams(search));
  const parts = path
    .split('/')
    .filter((part) => part !== '')
    .map(decoded);
  if (parts.length === 0) return { network: null, query };
  const [root, network, named, id = null, ...rest] = parts;
  if (root !== 'n' || network === undefined || rest.length > 0) return null;
  if (named === undefined) return { network, page: 'findings', id, query };
  const page = pages.find((name) => name === named);
  if (page === undefined || page === 'findings' || (id !== null && !withRecords.has(page))) return null;
  return { network, page, id, query };
}

/** Pages of many things, each with an address of its own. */
const withRecords = new Set<PageName>([...recordPages, 'silos']);

/** The address as one writes it; keys in their own order, empty values left out. */
export function formatAddress(address: Address): string {
  const filled = Object.entries(address.query).filter(([, value]) => value !== '');
  const query = new URLSearchParams(filled).toString();
  return `${pathOf(address)}${query === '' ? '' : `?${query}`}`;
}

function pathOf(address: Address): string {
  if (address.network === null) return '/';
  const page = address.page === 'findings' ? '' : `/${address.page}`;
  const id = address.id === null ? '' : `/${encodeURIComponent(address.id)}`;
  return `/n/${encodeURIComponent(address.network)}${page}${id}`;
}

/** What stays when one goes on to another page of the network: what counts as a tie, and which groups. */
export function keptQuery(query: Query): Query {
  return Object.fromEntries(Object.entries(query).filter(([key]) => key === 'lens' || key === 'groups'));
}

/** The same address with some of its query changed; null takes a key out. */
export function withQuery(address: Address, changes: Readonly<Record<string, string | null>>): Address {
  const query = new Map(Object.entries(address.query));
  for (const [key, value] of Object.entries(changes)) {
    if (value === null) query.delete(key);
    else query.set(key, value);
  }
  return { ...address, query: Object.fromEntries(query) };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
