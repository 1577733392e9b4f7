import type { ReactNode } from 'react';
import { RecordLink } from '#viz/components/record-link.tsx';
import { timeText } from '#viz/components/time-text.ts';
import { WebLink } from '#viz/components/web-link.tsx';
import { asObject } from '#viz/panels/edit/draft.ts';
import type { Field } from '#viz/panels/edit/field.ts';
import type { Names } from '#viz/panels/records/use-records.ts';
import type { NetworkAddress } from '#viz/state/shown.ts';

interface RecordDetailsProps {
  readonly fields: readonly Field[];
  readonly record: Readonly<Record<string, unknown>>;
  readonly names: Names;
  readonly address: NetworkAddress;
  readonly timeZone: string | undefined;
}

/** What a record says, field by field; what it does not say is left out. */
export function RecordDetails(props: RecordDetailsProps) {
  const { fields, record } = props;
  const filled = fields.filter(({ name }) => !isEmpty(record[name]));
  const plain = filled.filter(({ as }) => as !== 'list');
  return (
    <>
      {plain.length > 0 && (
        <dl className="details">
          {plain.map((field) => (
            <div key={field.name}>
              <dt>{field.label}</dt>
              <dd>
                <Value {...props} field={field} value={record[field.name]} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {filled.map((field) =>
        field.as === 'list' ? (
          <Parts key={field.name} {...props} field={field} value={record[field.name]} />
        ) : null,
      )}
    </>
  );
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true;
  return Array.isArray(value) && value.length === 0;
}

type ValueProps = Omit<RecordDetailsProps, 'fields' | 'record'> & {
  readonly field: Field;
  readonly value: unknown;
};

function Value(props: ValueProps): ReactNode {
  const { field, value, names, address, timeZone } = props;
  if (field.as === 'group') return <Group {...props} field={field} />;
  if (field.as === 'website') return <WebLink address={String(value)} />;
  if (field.as === 'instant') return timeText(String(value), timeZone);
  if (field.as === 'flag') return value === true ? 'yes' : 'no';
  if (field.as === 'words') return Array.isArray(value) ? value.join(', ') : '';
  if (field.as === 'record') return <RecordLink address={address} names={names} id={String(value)} />;
  if (field.as === 'records') return <Links {...props} />;
  return field.as === 'long' ? <span className="prose">{String(value)}</span> : String(value);
}

function Links({ value, names, address }: ValueProps) {
  return (Array.isArray(value) ? value : []).map((id, at) => (
    <span key={String(id)}>
      {at > 0 && ', '}
      <RecordLink address={address} names={names} id={String(id)} />
    </span>
  ));
}

function Group(props: ValueProps & { readonly field: Extract<Field, { readonly as: 'group' }> }) {
  const object = asObject(props.value);
  const filled = props.field.fields.filter(({ name }) => !isEmpty(object[name]));
  return filled.map((field, at) => (
    <span key={field.name}>
      {at > 0 && ' · '}
      {field.name !== 'name' && <span className="muted">{field.label.toLowerCase()} </span>}
      <Value {...props} field={field} value={object[field.name]} />
    </span>
  ));
}

/** A list of parts as a table; columns that nobody filled are left out. */
function Parts(props: ValueProps & { readonly field: Extract<Field, { readonly as: 'list' }> }) {
  const { field, value } = props;
  const items = (Array.isArray(value) ? value : []).map(asObject);
  const columns = field.fields.filter(({ name }) => items.some((item) => !isEmpty(item[name])));
  return (
    <section className="parts-shown">
      <h2>
        {field.label} <span className="muted figures">{items.length}</span>
      </h2>
      <div className="scroll" role="region" aria-label={field.label} tabIndex={0}>
        <table>
          <caption className="spoken">{field.label}</caption>
          <thead>
            <tr>
              {columns.map(({ name, label }) => (
                <th key={name} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {items.map((item, at) => (
              <tr key={at}>
                {columns.map((column) => (
                  <td key={column.name}>
                    {isEmpty(item[column.name]) ? (
                      <span className="muted">–</span>
                    ) : (
                      <Value {...props} field={column} value={item[column.name]} />
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
