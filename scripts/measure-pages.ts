import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import type { Level, Measure } from '#analysis/measure.ts';
import { measures } from '#analysis/registry.ts';

/** Where the pages stand, from the repository's root. */
const folder = new URL('../docs/measures/', import.meta.url);

const levels: Record<Level, string> = {
  organization: 'Of each organization',
  organizationFlag: 'Of each organization',
  organizationRecord: 'Of each organization',
  network: 'Of the whole network',
  tieFlag: 'Of ties',
};

const reads: Record<Measure['reads'], string> = {
  ties: 'ties, each counted 1, of the undirected view',
  strengths: 'strengths of ties, of the undirected view (1 each with `--weights ignore`)',
  arcs: 'arcs, where the network is directed',
  lengths: 'path lengths: hops, or 1/strength where the lens says `"distance": "inverseStrength"`',
};

/** The documentation pages as file name → text, made from the registry alone. */
export function measurePages(): ReadonlyMap<string, string> {
  const pages = new Map([['README.md', indexPage()]]);
  for (const { id } of measures) pages.set(`${id}.md`, measurePage(id));
  return pages;
}

function indexPage(): string {
  const sections = [...new Set(Object.values(levels))].map((level) => {
    const rows = measures
      .filter((measure) => levels[measure.level] === level)
      .map(({ id, label, unit, reads: read }) => `| [\`${id}\`](${id}.md) | ${label} | ${unit} | ${read} |`);
    return [`## ${level}`, '', '| id | name | unit, range | reads |', '|---|---|---|---|', ...rows].join(
      '\n',
    );
  });
  return `# Measures

Made from the registry by \`scripts/measure-pages.ts\`; a test fails when a page is stale. The id is the key in the JSON
of \`weft analyze\` and the word for \`--measures\`.

All of them look at the undirected simple view unless their page says otherwise: loops left out, parallel ties merged by
adding strengths, strengths of 0 left out. What does not exist is null, never 0.

${sections.join('\n\n')}
`;
}

function measurePage(id: string): string {
  const same = measures.filter((measure) => measure.id === id);
  const [first] = same;
  if (first === undefined) throw new Error(`No measure has the id ${id}.`);
  return `# ${first.label}\n\n${same.map((measure) => measureText(measure, same.length > 1)).join('\n')}`;
}

function measureText(measure: Measure, isOneOfMany: boolean): string {
  const heading = isOneOfMany ? `## ${levels[measure.level]}\n\n` : '';
  const facts = [
    ['JSON key', `\`${measure.id}\` (${levels[measure.level].toLowerCase()})`],
    ['Unit, range', measure.unit],
    ['Reads', reads[measure.reads]],
    ['Groups', measure.needsGroups ? 'the partition in use (`--groups`); null without one' : 'not used'],
    ...(measure.keys.length > 0 ? [['Keys', measure.keys.map((key) => `\`${key}\``).join(', ')]] : []),
    ['Cost', measure.cost],
  ].map(([name, text]) => `| ${name ?? ''} | ${text ?? ''} |`);
  const parameters = parameterLines(measure);
  return `${heading}${measure.definition}

| | |
|---|---|
${facts.join('\n')}

${parameters.length > 0 ? `Parameters:\n${parameters.join('\n')}\n\n` : ''}Sources:
${measure.references.map((reference) => `- ${reference}`).join('\n')}
`;
}

const parameterSchema = z.object({
  properties: z
    .record(z.string(), z.looseObject({ default: z.unknown(), description: z.string().default('') }))
    .default({}),
});

function parameterLines(measure: Measure): string[] {
  const { properties } = parameterSchema.parse(z.toJSONSchema(measure.params));
  return Object.entries(properties).map(
    ([name, property]) =>
      `- \`${name}\` (default ${JSON.stringify(property.default)}): ${property.description}`,
  );
}

function writePages(): void {
  mkdirSync(folder, { recursive: true });
  const pages = measurePages();
  for (const name of readdirSync(folder)) if (!pages.has(name)) rmSync(new URL(name, folder));
  for (const [name, text] of pages) writeFileSync(new URL(name, folder), text);
}

if (import.meta.main) writePages();
