import { Link } from '#viz/components/link.tsx';
import {
  type Changed,
  changedTitle,
  deedOf,
  fieldChanges,
  type FieldChange,
} from '#viz/panels/history/change-words.ts';
import { wordsOfKind } from '#viz/panels/records/record-kind.ts';
import type { Names } from '#viz/panels/records/use-records.ts';
import { type NetworkAddress, pageAddress } from '#viz/state/shown.ts';

const listed = 50;

interface ChangedRecordsProps {
  readonly changes: readonly Changed[];
  readonly names: Names;
  readonly address: NetworkAddress;
}

/** What was changed, record by record and field by field: before and after. */
export function ChangedRecords({ changes, names, address }: ChangedRecordsProps) {
  return (
    <>
      <ul className="changed">
        {changes.slice(0, listed).map((change) => {
          const words = wordsOfKind(change.kind);
          const title = changedTitle(change, names.of);
          return (
            <li key={change.id}>
              <p>
                <span className="muted">{deedOf(change)}</span>{' '}
                {words !== undefined && names.known(change.id) !== undefined ? (
                  <Link to={pageAddress(address, words.collection, change.id)}>{title}</Link>
                ) : (
                  <b>{title}</b>
                )}
              </p>
              {deedOf(change) === 'Changed' && <Fields changes={fieldChanges(change, names.of)} />}
            </li>
          );
        })}
      </ul>
      {changes.length > listed && <p className="muted">And {changes.length - listed} more.</p>}
    </>
  );
}

function Fields({ changes }: { readonly changes: readonly FieldChange[] }) {
  return (
    <dl className="differences">
      {changes.map(({ label, before, after }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {before === '' ? <span className="muted">empty</span> : <del>{before}</del>}
            <span aria-hidden="true"> → </span>
            <span className="spoken"> became </span>
            {after === '' ? <span className="muted">empty</span> : <ins>{after}</ins>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
