import { SaxesParser } from 'saxes';
import { InputError } from '#data/errors.ts';
import type { InputFile } from '#data/formats/format.ts';
import { type InputProblems } from '#data/formats/input-problems.ts';
import { decodeXml } from '#data/formats/xml/decode-xml.ts';

export interface XmlElement {
  /** The name without its prefix. */
  readonly name: string;
  /** What stands before the colon; '' without one. */
  readonly prefix: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly line: number;
  readonly depth: number;
}

export interface XmlHandlers {
  readonly open: (element: XmlElement) => void;
  readonly close: (element: XmlElement) => void;
  readonly text: (text: string) => void;
}

/** What an XML file may be; every cap acts before the parser has gathered what lies beyond it. */
export const xmlLimits = {
  depth: 64,
  attributes: 256,
  nameLength: 256,
  textLength: 65_536,
  elements: 5_000_000,
} as const;

/** Text as written may be longer than as read (&#x41; is one character), but not without end. */
const runLimit = xmlLimits.textLength * 8;
const chunk = 65_536;

/**
 * Reads an XML file as a stream of elements and texts. Any DOCTYPE is refused, nothing outside the file is read.
 * Errors: EMPTY_FILE, TOO_LARGE, ENCODING_*, XML_DOCTYPE, XML_LIMIT, XML_SYNTAX, each with line and column.
 */
export function readXml(
  file: InputFile,
  handlers: XmlHandlers,
  problems: InputProblems,
  signal: AbortSignal,
): void {
  const text = decodeXml(file.bytes, problems);
  refuseOther(text, problems);
  refuseHopelessXml(text, problems);
  const parser = capped(handlers, problems);
  try {
    for (let at = 0; at < text.length; at += chunk) {
      signal.throwIfAborted();
      parser.write(text.slice(at, at + chunk));
    }
    parser.close();
  } catch (error) {
    if (error instanceof InputError || signal.aborted) throw error;
    refuseSyntax(error, problems);
  }
}

function capped(handlers: XmlHandlers, problems: InputProblems): SaxesParser {
  const parser = new SaxesParser({ xmlns: false, position: true });
  const open: XmlElement[] = [];
  let attributes = 0;
  let line = 1;
  const place = (): { line: number; column: string } => ({
    line: parser.line,
    column: String(parser.column + 1),
  });
  const refuse = (what: string, accepted: string): never =>
    problems.fatal('XML_LIMIT', place(), `${what}; ${accepted}.`);
  parser.on('doctype', () => {
    problems.fatal(
      'XML_DOCTYPE',
      place(),
      'The file has a DOCTYPE, which can hold entities; a file without one is accepted.',
    );
  });
  parser.on('opentagstart', (tag) => {
    attributes = 0;
    line = parser.line;
    if (tag.name.length > xmlLimits.nameLength)
      refuse('The name of an element is too long', 'up to 256 characters are accepted');
    if (open.length >= xmlLimits.depth)
      refuse('Elements are nested too deep', 'up to 64 levels are accepted');
  });
  parser.on('attribute', ({ name, value }) => {
    attributes += 1;
    if (attributes > xmlLimits.attributes)
      refuse('An element has too many attributes', 'up to 256 are accepted');
    if (name.length > xmlLimits.nameLength)
      refuse('The name of an attribute is too long', 'up to 256 characters are accepted');
    if (value.length > xmlLimits.textLength)
      refuse(`The attribute “${name}” is too long`, 'up to 64 KB are accepted');
  });
  parser.on('opentag', (tag) => {
    const element = elementOf(tag.name, tag.attributes, line, open.length);
    open.push(element);
    handlers.open(element);
  });
  parser.on('closetag', () => {
    const element = open.pop();
    if (element !== undefined) handlers.close(element);
  });
  const text = (value: string): void => {
    if (value.length > xmlLimits.textLength) refuse('A text is too long', 'up to 64 KB are accepted');
    handlers.text(value);
  };
  parser.on('text', text);
  parser.on('cdata', text);
  return parser;
}

function elementOf(
  name: string,
  attributes: Readonly<Record<string, string>>,
  line: number,
  depth: number,
): XmlElement {
  const colon = name.indexOf(':');
  return {
    name: name.slice(colon + 1),
    prefix: colon < 0 ? '' : name.slice(0, colon),
    attributes,
    line,
    depth,
  };
}

function refuseOther(text: string, problems: InputProblems): void {
  if (/^\ufeff?\s*</u.test(text.slice(0, 4_096)) || text.trim() === '') return;
  const start = text.slice(0, 100);
  problems.fatal(
    'XML_SYNTAX',
    { line: 1, column: '1' },
    'The file does not begin with <: it is not XML. An XML file is accepted.',
    start,
  );
}

/** A long stretch without markup, and more elements than are taken, are refused before the parser begins. */
function refuseHopelessXml(text: string, problems: InputProblems): void {
  let elements = 0;
  let from = 0;
  while (from < text.length) {
    const next = text.indexOf('<', from);
    const end = next < 0 ? text.length : next;
    if (end - from > runLimit) {
      problems.fatal(
        'XML_LIMIT',
        { line: lineAt(text, from) },
        `A text, tag or attribute runs on for ${end - from} characters; up to 64 KB of text are accepted.`,
      );
    }
    if (beginsElement(text.charCodeAt(end + 1))) elements += 1;
    if (elements > xmlLimits.elements) {
      problems.fatal(
        'XML_LIMIT',
        { line: lineAt(text, end) },
        `The file has more than ${xmlLimits.elements} elements; up to ${xmlLimits.elements} are accepted.`,
      );
    }
    from = end + 1;
  }
}

/** Neither an end (/), nor a comment, declaration (!) or instruction (?); nor the NaN after the end of the text. */
function beginsElement(code: number): boolean {
  return code > 0 && code !== 47 && code !== 33 && code !== 63;
}

function lineAt(text: string, at: number): number {
  let line = 1;
  for (let end = text.indexOf('\n'); end >= 0 && end < at; end = text.indexOf('\n', end + 1)) line += 1;
  return line;
}

function refuseSyntax(error: unknown, problems: InputProblems): never {
  const said = error instanceof Error ? error.message : String(error);
  const [, line, column, what] = /^(\d+):(\d+): ([^]*)$/u.exec(said) ?? [];
  if (line === undefined || column === undefined || what === undefined) throw error;
  return problems.fatal(
    'XML_SYNTAX',
    { line: Number(line), column: String(Number(column) + 1) },
    `The file is not well-formed XML: ${what.replace(/\.$/u, '')}. A whole, well-formed file is accepted.`,
  );
}
