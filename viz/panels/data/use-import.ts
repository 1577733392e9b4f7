import { useCallback, useState } from 'react';
import { sawRevision } from '#viz/client/live.ts';
import type { Tell } from '#viz/client/jobs.ts';
import { useWork } from '#viz/client/use-work.ts';
import { choiceOf } from '#viz/panels/data/columns-step.tsx';
import {
  dryRun,
  type DryRun,
  type Imported,
  importFiles,
  type Preview,
  previewFiles,
  type TableChoice,
} from '#viz/panels/data/import-client.ts';
import { type Fix, mendTable } from '#viz/panels/data/mend.ts';
import { did } from '#viz/state/acts.ts';

export type Step = 'files' | 'columns' | 'try' | 'done';

/** What the wizard knows; every step goes back without losing it. */
export interface ImportState {
  readonly step: Step;
  readonly files: readonly File[];
  /** Texts of files that can be mended here. */
  readonly texts: ReadonlyMap<string, string>;
  readonly preview: Preview | null;
  readonly choices: readonly TableChoice[];
  /** Whether somebody has corrected a guess. */
  readonly corrected: boolean;
  readonly skip: boolean;
  readonly run: DryRun | null;
  readonly result: Imported | null;
}

const begin: ImportState = {
  step: 'files',
  files: [],
  texts: new Map(),
  preview: null,
  choices: [],
  corrected: false,
  skip: false,
  run: null,
  result: null,
};

/** The import from files to its end, one state. */
export function useImport(network: string) {
  const [state, setState] = useState<ImportState>(begin);
  const { work, start, cancel, reset } = useWork<Partial<ImportState>>();
  const go = useCallback(
    (run: Parameters<typeof start>[0]) =>
      start(async (signal, tell) => {
        const change = await run(signal, tell);
        setState((before) => ({ ...before, ...change }));
        return change;
      }),
    [start],
  );
  const tryIt = (change: Partial<ImportState> = {}) => {
    const next = { ...state, ...change };
    setState(next);
    return go(async (signal, tell) => ({
      ...change,
      step: 'try' as const,
      run: await dryRun(network, sentOf(next), signal, tell),
    }));
  };
  return {
    state,
    work,
    cancel,
    setFiles: (files: readonly File[]) => {
      reset();
      setState({ ...begin, files });
    },
    look: () => go((signal, tell) => looked(network, state.files, signal, tell)),
    setChoices: (choices: readonly TableChoice[]) => setState({ ...state, choices, corrected: true }),
    back: (step: Step) => {
      reset();
      setState({ ...state, step });
    },
    tryIt,
    mend: (fix: Fix) => {
      const text = state.texts.get(fix.file);
      if (text === undefined) return;
      const mended = mendTable(text, fix).text;
      void tryIt({
        texts: new Map(state.texts).set(fix.file, mended),
        files: state.files.map((file) => (file.name === fix.file ? new File([mended], file.name) : file)),
      });
    },
    store: () => go((signal, tell) => stored(network, state, signal, tell)),
    again: () => setState(begin),
  };
}

/** An untouched guess is left to the server, which knows more than its mapping can say. */
function sentOf({ files, choices, corrected, skip }: ImportState) {
  return { files, choices: corrected ? choices : null, skipBadRows: skip };
}

async function textsOf(files: readonly File[]): Promise<ReadonlyMap<string, string>> {
  const texts = files
    .filter(({ name }) => /\.(csv|tsv|txt|tab)$/iu.test(name))
    .map(async (file) => [file.name, await file.text()] as const);
  return new Map(await Promise.all(texts));
}

/** The files as they are stored for good. */
async function stored(
  network: string,
  state: ImportState,
  signal: AbortSignal,
  tell: Tell,
): Promise<Partial<ImportState>> {
  const result = await importFiles(network, sentOf(state), signal, tell);
  if (result.revision !== null) {
    sawRevision(network, result.revision);
    did(network, { revision: result.revision, words: 'The import is stored.' });
  }
  return { step: 'done', result };
}

/** What the files seem to hold. */
async function looked(
  network: string,
  files: readonly File[],
  signal: AbortSignal,
  tell: Tell,
): Promise<Partial<ImportState>> {
  const preview = await previewFiles(network, files, signal, tell);
  return {
    step: 'columns',
    preview,
    choices: preview.tables.map(choiceOf),
    texts: await textsOf(files),
    corrected: false,
  };
}
