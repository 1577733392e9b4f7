import type { Analysis } from '#api/contract/analysis.ts';
import { canPrint } from '#viz/report/printable/can-print.ts';
import { printableMap, printableTitle, unnamed } from '#viz/report/printable/printable-map.ts';
import { countedText, substitutesFor, type Substitute } from '#viz/report/printable/substitutes.ts';
import type { OrganizationDetails, ReportInput } from '#viz/report/report-input.ts';

export interface PrintableReport {
  readonly input: ReportInput;
  readonly substitutes: readonly Substitute[];
}

/**
 * The report's input with names, sectors, titles and notes that the shipped fonts can draw: for paper, where no other
 * font can help. Numbers, order and ids stay.
 */
export function printableReport(input: ReportInput): PrintableReport {
  const { analysis } = input;
  const details = new Map(input.organizations.map((one) => [one.id, one]));
  const names = substitutesFor(
    analysis.organizations.map(({ id, label }) => ({
      id,
      name: label,
      aliases: details.get(id)?.aliases ?? [],
    })),
    'Organization',
  );
  const sectors = [...new Set(analysis.organizations.flatMap(({ sector }) => sector ?? []))];
  const kinds = substitutesFor(
    sectors.map((name) => ({ id: '', name })),
    'Kind',
  );
  const nameOf = new Map(names.map(({ id, printed }) => [id, printed]));
  const kindOf = new Map(kinds.map(({ original, printed }) => [original, printed]));
  const sector = (name: string): string => kindOf.get(name) ?? name;
  const network = printableTitle(input.networkName);
  const title = printableTitle(
    input.title.replace(input.networkName, () =>
      canPrint(input.networkName) ? input.networkName : inWords(network),
    ),
  );
  const heads: Substitute[] = canPrint(input.networkName)
    ? []
    : [{ id: '', original: input.networkName, printed: network }];
  const drawn = printableMap(input.map, (id) => details.get(id)?.aliases ?? []);
  const inMap = new Map(
    drawn.map.categories.map(({ name }, i) => [input.map.categories[i]?.name ?? '', name]),
  );
  return {
    substitutes: [...heads, ...names, ...kinds],
    input: {
      ...input,
      title,
      networkName: network,
      organizations: input.organizations.map(printableDetails),
      ...(input.sources === undefined ? {} : { sources: input.sources.map(countedText) }),
      map: {
        ...drawn.map,
        categories: drawn.map.categories.map((one, i) => {
          const original = input.map.categories[i]?.name ?? one.name;
          return { ...one, name: kindOf.get(original) ?? inMap.get(original) ?? one.name };
        }),
      },
      analysis: printableAnalysis(analysis, (id) => nameOf.get(id), sector),
    },
  };
}

function printableAnalysis(
  analysis: Analysis,
  nameOf: (id: string) => string | undefined,
  sector: (name: string) => string,
): Analysis {
  const { sectorPairs } = analysis;
  return {
    ...analysis,
    organizations: analysis.organizations.map((row) => ({
      ...row,
      label: nameOf(row.id) ?? row.label,
      sector: row.sector === null ? null : sector(row.sector),
    })),
    ...(sectorPairs === undefined
      ? {}
      : { sectorPairs: sectorPairs.map((pair) => ({ ...pair, a: sector(pair.a), b: sector(pair.b) })) }),
    notes: analysis.notes.map((note) => ({
      ...note,
      message: countedText(note.message),
      ...(note.value === undefined ? {} : { value: countedText(note.value) }),
      ...(note.file === undefined ? {} : { file: countedText(note.file) }),
    })),
  };
}

/** Inside a sentence. */
function inWords(network: string): string {
  return network === unnamed ? unnamed.toLowerCase() : network;
}

function printableDetails({ fullName, ...rest }: OrganizationDetails): OrganizationDetails {
  return fullName === undefined || !canPrint(fullName) ? rest : { ...rest, fullName };
}
