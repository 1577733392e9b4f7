import { basename, dirname } from 'node:path';

/** What a file holds, not what the network is called. */
const roles = new Set(
  'node nodes nodelist edge edges edgelist tie ties tielist link links linklist vertex vertices organization organizations organisation organisations org orgs people person persons relationship relationships relation relations collaboration collaborations participation participations attributes attribute attrs attr list table data onemode twomode network graph weft export'.split(
    ' ',
  ),
);
/** Folders that say nothing either. */
const nowhere = new Set(
  'data downloads download desktop documents files file input inputs tmp temp home src csv'.split(' '),
);

/**
 * What a user would call the network in these files: the words that all file names share, without those that say what a
 * file holds ("DHHS.nodes.csv", "DHHS.edges.csv" → "DHHS"); else the folder's name ("florentine/nodes.csv" →
 * "Florentine"); else the first file's.
 */
export function nameOfFiles(paths: readonly string[]): string {
  const [first] = paths;
  if (first === undefined) return 'Network';
  const stems = paths.map((path) => wordsOf(basename(path).replace(/\.[^.]*$/u, '')));
  const [own = []] = stems;
  const shared = own.filter((word) =>
    stems.every((stem) => stem.some((other) => other.toLowerCase() === word.toLowerCase())),
  );
  const named = shared.length > 0 ? shared : folderWords(first);
  return capital(
    (named.length > 0 ? named : (stems.find((stem) => stem.length > 0) ?? ['Network'])).join(' '),
  );
}

function folderWords(path: string): readonly string[] {
  const words = wordsOf(basename(dirname(path)));
  return words.every((word) => nowhere.has(word.toLowerCase())) ? [] : words;
}

function wordsOf(stem: string): readonly string[] {
  return stem.split(/[\s._-]+/u).filter((word) => word !== '' && !roles.has(word.toLowerCase()));
}

/** A name that has a capital anywhere keeps its spelling. */
function capital(name: string): string {
  return /\p{Lu}/u.test(name) ? name : name.charAt(0).toUpperCase() + name.slice(1);
}
