import type { ProblemDetail } from '#api/contract/problems.ts';
import { undoRevision } from '#viz/client/commit.ts';
import { asFailure } from '#viz/client/request.ts';
import { WorkLine } from '#viz/components/work-line.tsx';
import { ColumnsStep } from '#viz/panels/data/columns-step.tsx';
import { FilesStep } from '#viz/panels/data/files-step.tsx';
import { guessFix, rowsWith } from '#viz/panels/data/mend.ts';
import { ImportedWords, Outcome } from '#viz/panels/data/outcome.tsx';
import { ProblemsTable } from '#viz/panels/data/problems-table.tsx';
import { type ImportState, type Step, useImport } from '#viz/panels/data/use-import.ts';
import { DataExport } from '#viz/panels/reports/data-export.tsx';
import { sayActs, tookBack } from '#viz/state/acts.ts';
import type { Base } from '#viz/state/shown.ts';
import { useTitle } from '#viz/state/use-title.ts';

const steps: readonly (readonly [Step, string])[] = [
  ['files', 'Files'],
  ['columns', 'What they hold'],
  ['try', 'Dry run'],
  ['done', 'Import'],
];

/** Import in four steps, nothing stored before the last; and the whole network as a file. */
export function DataPage(base: Base) {
  const { address, network } = base;
  const wizard = useImport(address.network);
  const { state, work } = wizard;
  useTitle('Data', network.name);
  const undo = async (revision: number) => {
    try {
      tookBack(address.network, await undoRevision(address.network, revision));
      wizard.again();
    } catch (error) {
      sayActs(address.network, `The import could not be taken back. ${asFailure(error).message}`);
    }
  };
  return (
    <main id="main" className="page ready">
      <Steps step={state.step} />
      {state.step === 'files' && (
        <FilesStep files={state.files} onFiles={wizard.setFiles} onNext={() => void wizard.look()} />
      )}
      {state.step === 'columns' && state.preview !== null && (
        <ColumnsStep
          preview={state.preview}
          choices={state.choices}
          onChoices={wizard.setChoices}
          onBack={() => wizard.back('files')}
          onNext={() => void wizard.tryIt()}
        />
      )}
      {state.step === 'try' && <DryRunStep base={base} wizard={wizard} />}
      {state.step === 'done' && state.result !== null && (
        <ImportedWords
          address={address}
          result={state.result}
          onUndo={() => void undo(state.result?.revision ?? 0)}
          onAgain={wizard.again}
        />
      )}
      <WorkLine work={work} what="The import" onCancel={wizard.cancel} />
      {state.step === 'files' && (
        <section className="below">
          <h2>Or take the data with you</h2>
          <DataExport {...base} />
        </section>
      )}
    </main>
  );
}

interface DryRunStepProps {
  readonly base: Base;
  readonly wizard: ReturnType<typeof useImport>;
}

function DryRunStep({ base, wizard }: DryRunStepProps) {
  const { state } = wizard;
  if (state.run === null) return null;
  return (
    <div className="dry-run">
      <Outcome
        run={state.run}
        skip={state.skip}
        onSkip={(skip) => void wizard.tryIt({ skip })}
        onImport={() => void wizard.store()}
        onBack={() => wizard.back('columns')}
      />
      {state.run.problems.length > 0 && (
        <ProblemsTable
          problems={state.run.problems}
          guess={(problem) => guessOf(problem, base)}
          alike={(problem) => alikeOf(problem, state)}
          onFix={wizard.mend}
        />
      )}
    </div>
  );
}

function Steps({ step }: { readonly step: Step }) {
  const now = steps.findIndex(([id]) => id === step);
  return (
    <ol className="steps" aria-label="Steps of the import">
      {steps.map(([id, label], at) => (
        <li key={id} aria-current={at === now ? 'step' : undefined}>
          {at < now ? '✓' : at + 1} {label}
          {at < now && <span className="spoken"> (done)</span>}
        </li>
      ))}
    </ol>
  );
}

function guessOf({ value, column }: ProblemDetail, { network }: Base): string | null {
  if (value === undefined || column === undefined) return null;
  const { sectors = [], tieKinds = [], roles = [] } = network.vocabularies ?? {};
  return guessFix(value, [...sectors, ...tieKinds, ...roles]);
}

function alikeOf({ file, column, value }: ProblemDetail, { texts }: ImportState): number {
  const text = texts.get(file ?? '');
  if (text === undefined || column === undefined || value === undefined) return 0;
  return rowsWith(text, { column, from: value });
}
