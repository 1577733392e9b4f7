import type { InputProblems } from '#data/formats/input-problems.ts';
import type { Zip } from '#data/formats/xlsx/open-zip.ts';
import { readPart } from '#data/formats/xlsx/read-part.ts';

export interface WorkbookSheet {
  readonly name: string;
  readonly part: string;
  readonly hidden: boolean;
}

/** The sheets of a workbook in their order, and whether its days count from 1904. Errors: NOT_A_WORKBOOK, SHEET_OUTSIDE. */
export async function workbookSheets(
  zip: Zip,
  problems: InputProblems,
  signal: AbortSignal,
): Promise<{ sheets: WorkbookSheet[]; from1904: boolean }> {
  const workbook = (await mainPart(zip, problems, signal)) ?? 'xl/workbook.xml';
  const named: { name: string; relation: string; hidden: boolean }[] = [];
  let from1904 = false;
  const found = await readPart(
    zip,
    workbook,
    {
      open: ({ name, attributes }) => {
        if (name === 'workbookPr') from1904 = attributes.date1904 === '1' || attributes.date1904 === 'true';
        if (name !== 'sheet') return;
        const relation =
          Object.entries(attributes).find(([key]) => key === 'id' || key.endsWith(':id'))?.[1] ?? '';
        const hidden = attributes.state === 'hidden' || attributes.state === 'veryHidden';
        named.push({ name: attributes.name ?? '', relation, hidden });
      },
    },
    problems,
    signal,
  );
  if (!found) {
    problems.fatal(
      'NOT_A_WORKBOOK',
      {},
      'The zip file holds no workbook (xl/workbook.xml); an .xlsx file is accepted.',
    );
  }
  const targets = await relations(zip, workbook, problems, signal);
  return {
    from1904,
    sheets: named.flatMap(({ name, relation, hidden }) => {
      const target = targets.get(relation);
      if (target?.external === true) {
        problems.fatal(
          'SHEET_OUTSIDE',
          { sheet: name },
          `The sheet “${name}” lies outside the workbook, at an address that is never read; sheets inside the workbook are accepted.`,
          target.target,
        );
      }
      return target === undefined ? [] : [{ name, part: target.target, hidden }];
    }),
  };
}

interface Relation {
  readonly target: string;
  readonly type: string;
  /** Outside the file: never followed. */
  readonly external: boolean;
}

async function mainPart(zip: Zip, problems: InputProblems, signal: AbortSignal): Promise<string | undefined> {
  const root = await relations(zip, '', problems, signal);
  return [...root.values()].find(({ type, external }) => type.endsWith('/officeDocument') && !external)
    ?.target;
}

/** What a part points to: relation id → the part's name. */
async function relations(
  zip: Zip,
  part: string,
  problems: InputProblems,
  signal: AbortSignal,
): Promise<Map<string, Relation>> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const found = new Map<string, Relation>();
  await readPart(
    zip,
    `${folder}_rels/${part.slice(folder.length)}.rels`,
    {
      open: ({ name, attributes }) => {
        const { Id: id, Target: target, Type: type = '', TargetMode: mode } = attributes;
        if (name !== 'Relationship' || id === undefined || target === undefined) return;
        const external = mode === 'External';
        found.set(id, { type, external, target: external ? target : resolved(folder, target) });
      },
    },
    problems,
    signal,
  );
  return found;
}

function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const path: string[] = [];
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.' && step !== '') path.push(step);
  }
  return path.join('/');
}
