import { rootElement } from '#data/formats/xml/root-element.ts';

interface OtherFormat {
  readonly name: string;
  readonly recognizes: (bytes: Uint8Array) => boolean;
  /** What to do instead. */
  readonly instead: string;
}

const head = 65_536;
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes.subarray(0, head));

/** Formats of open data that Weft does not read yet, with the table that says the same. */
const others: readonly OtherFormat[] = [
  {
    name: '360Giving JSON',
    recognizes: (bytes) => /^\s*(?:\ufeff)?\{[^]{0,4000}?"grants"\s*:\s*\[/u.test(textOf(bytes)),
    instead:
      'save its grants as CSV or XLSX with a row a grant (funder and recipient, with their identifiers) and describe the columns with --map',
  },
  {
    name: 'IATI XML',
    recognizes: (bytes) => /^iati-(?:activities|activity|organisations)$/u.test(rootElement(bytes) ?? ''),
    instead:
      'save its participating organizations as CSV or XLSX with a row an activity and organization (with the role) and describe the columns with --map',
  },
];

/** A sentence about a file of a known format that is not read yet; undefined for any other file. */
export function knownElsewhere(bytes: Uint8Array): string | undefined {
  const found = others.find(({ recognizes }) => recognizes(bytes));
  return found && `The file is ${found.name}, which Weft does not read yet; ${found.instead}.`;
}
