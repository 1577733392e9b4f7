import { capitalized } from '#analysis/words/capitalized.ts';
import { numberWords, thousands } from '#analysis/words/number-words.ts';
import { Link } from '#viz/components/link.tsx';
import type { DryRun, Imported } from '#viz/panels/data/import-client.ts';
import { isError } from '#viz/panels/data/problems-table.tsx';
import { type NetworkAddress, pageAddress } from '#viz/state/shown.ts';

interface OutcomeProps {
  readonly run: DryRun;
  readonly skip: boolean;
  readonly onSkip: (skip: boolean) => void;
  readonly onImport: () => void;
  readonly onBack: () => void;
}

/** Left of the problems: what would be stored, and what opens the import. */
export function Outcome({ run, skip, onSkip, onImport, onBack }: OutcomeProps) {
  const { outcome, problems } = run;
  const errors = problems.filter(isError).length;
  const records = outcome === null ? 0 : outcome.created + outcome.changed;
  return (
    <section className="outcome" aria-label="If you import">
      <h1>{heading(errors, outcome, skip)}</h1>
      <p className="muted">
        Nothing is stored yet.{' '}
        {outcome === null
          ? 'Mend the files and try again, choose a fix beside a row, or leave these rows out.'
          : ''}
      </p>
      {outcome !== null && <Counts outcome={outcome} />}
      {(errors > 0 || skip) && (
        <label className="tick">
          <input type="checkbox" checked={skip} onChange={(event) => onSkip(event.target.checked)} />
          <span>
            Leave out the rows with errors.
            <small>They will be listed here and in the import’s answer.</small>
          </span>
        </label>
      )}
      <div className="buttons">
        <button
          type="button"
          className="button primary"
          disabled={outcome === null || records === 0}
          onClick={onImport}
        >
          {records === 0 ? 'Import' : `Import ${thousands(records)} ${records === 1 ? 'record' : 'records'}`}
        </button>
        <button type="button" className="button" onClick={onBack}>
          Back
        </button>
      </div>
      {outcome === null && (
        <p className="muted">
          Import opens when no error is left, or when the rows with errors are left out.
        </p>
      )}
      {outcome !== null && records === 0 && (
        <p className="muted">Everything is there already: nothing would change.</p>
      )}
    </section>
  );
}

function heading(errors: number, outcome: Imported | null, skip: boolean): string {
  if (outcome === null) {
    return errors === 1
      ? 'One thing cannot be taken as it stands'
      : `${capitalized(numberWords(errors))} things cannot be taken as they stand`;
  }
  if (skip && outcome.omitted.length > 0)
    return outcome.omitted.length === 1
      ? 'One row is left out'
      : `${capitalized(numberWords(outcome.omitted.length))} rows are left out`;
  return 'Everything can be taken';
}

function Counts({ outcome }: { readonly outcome: Imported }) {
  const rows = Object.entries(outcome.counts).flatMap(([collection, { created, changed, unchanged }]) => [
    [`New ${collection}`, created] as const,
    [`Changed ${collection}`, changed] as const,
    [`${capitalized(collection)} as before`, unchanged] as const,
  ]);
  const left = outcome.omitted.length;
  return (
    <table className="counts">
      <caption className="spoken">If you import</caption>
      <thead>
        <tr>
          <th scope="col">If you import</th>
          <th scope="col" className="number">
            Records
          </th>
        </tr>
      </thead>
      <tbody>
        {[...rows, ['Rows left out', left] as const]
          .filter(([, count]) => count > 0)
          .map(([label, count]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td className="number figures">{thousands(count)}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}

interface ImportedWordsProps {
  readonly address: NetworkAddress;
  readonly result: Imported;
  readonly onUndo: () => void;
  readonly onAgain: () => void;
}

/** Step 4: what was stored, where it is seen, and how it is taken back whole. */
export function ImportedWords({ address, result, onUndo, onAgain }: ImportedWordsProps) {
  return (
    <section className="state" aria-label="Imported">
      <h1 role="status">
        {thousands(result.created)} records are new, {thousands(result.changed)} changed
      </h1>
      <p>
        {result.revision === null
          ? 'Nothing had to be stored.'
          : `This is revision ${result.revision}; it can be taken back as a whole.`}
      </p>
      <p className="buttons">
        <Link className="button primary" to={pageAddress(address, 'findings')}>
          See the findings
        </Link>
        {result.revision !== null && (
          <button type="button" className="button" onClick={onUndo}>
            Take the import back
          </button>
        )}
        <Link className="button" to={pageAddress(address, 'history')}>
          See it in the history
        </Link>
        <button type="button" className="button" onClick={onAgain}>
          Import more
        </button>
      </p>
    </section>
  );
}
