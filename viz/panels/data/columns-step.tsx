import { thousands } from '#analysis/words/number-words.ts';
import type { Preview, PreviewTable, TableChoice } from '#viz/panels/data/import-client.ts';

interface ColumnsStepProps {
  readonly preview: Preview;
  readonly choices: readonly TableChoice[];
  readonly onChoices: (choices: readonly TableChoice[]) => void;
  readonly onBack: () => void;
  readonly onNext: () => void;
}

/** Step 2: what each table seems to hold, on its own first rows; every guess can be corrected. */
export function ColumnsStep({ preview, choices, onChoices, onBack, onNext }: ColumnsStepProps) {
  const { tables, format, kinds } = preview;
  return (
    <div className="columns-step">
      <h1>{tables.length === 0 ? 'This file says itself what it holds' : 'Is this what the tables hold?'}</h1>
      <p className="lead">
        {tables.length === 0
          ? `It is read as ${format.toUpperCase()}: nothing needs to be told.`
          : 'Guessed from the heads of the columns. Correct what is wrong; the dry run comes next, and stores nothing.'}
      </p>
      {tables.map((table, at) => (
        <TableChoices
          key={`${table.file} ${table.sheet ?? ''}`}
          table={table}
          kinds={kinds}
          choice={choices[at] ?? choiceOf(table)}
          onChoice={(choice) => onChoices(choices.map((one, place) => (place === at ? choice : one)))}
        />
      ))}
      <div className="buttons">
        <button type="button" className="button primary" onClick={onNext}>
          Try it without storing
        </button>
        <button type="button" className="button" onClick={onBack}>
          Back
        </button>
      </div>
    </div>
  );
}

/** What a table's head says. */
export function choiceOf({ file, sheet, is, columns, head }: PreviewTable): TableChoice {
  const fieldOf = new Map(Object.entries(columns).map(([field, column]) => [column, field]));
  return {
    file,
    ...(sheet === undefined ? {} : { sheet }),
    is: is ?? '',
    fields: Object.fromEntries(
      head.filter((name) => name !== '').map((name) => [name, fieldOf.get(name) ?? '']),
    ),
  };
}

interface TableChoicesProps {
  readonly table: PreviewTable;
  readonly kinds: Preview['kinds'];
  readonly choice: TableChoice;
  readonly onChoice: (choice: TableChoice) => void;
}

function TableChoices({ table, kinds, choice, onChoice }: TableChoicesProps) {
  const name = table.sheet === undefined ? table.file : `${table.file}, ${table.sheet}`;
  const fields = kinds[choice.is]?.fields.filter((field) => !field.includes(':SCHEME')) ?? [];
  const missing = (kinds[choice.is]?.required ?? []).filter(
    (some) => !some.some((field) => Object.values(choice.fields).includes(field)),
  );
  return (
    <section className="table-choice">
      <div className="heading">
        <h2>
          {name} <span className="muted figures">{thousands(table.rows)} rows</span>
        </h2>
        <label>
          Each row is{' '}
          <select
            className="input"
            value={choice.is}
            onChange={(event) => onChoice({ ...choice, is: event.target.value })}
          >
            <option value="">{table.is === null ? 'as the file says (a matrix)' : 'left out'}</option>
            {Object.keys(kinds).map((kind) => (
              <option key={kind} value={kind}>
                {rowWords[kind] ?? kind}
              </option>
            ))}
          </select>
        </label>
      </div>
      {missing.length > 0 && (
        <p className="wrong" role="status">
          Still needed: {missing.map((some) => some.map(fieldWords).join(' or ')).join('; ')}.
        </p>
      )}
      <Sample name={name} table={table} choice={choice} fields={fields} onChoice={onChoice} />
    </section>
  );
}

interface SampleProps extends Pick<TableChoicesProps, 'table' | 'choice' | 'onChoice'> {
  readonly name: string;
  readonly fields: readonly string[];
}

/** The first rows, and above each column what it holds. */
function Sample({ name, table, choice, fields, onChoice }: SampleProps) {
  return (
    <div className="scroll" role="region" aria-label={`First rows of ${name}`} tabIndex={0}>
      <table className="sample">
        <caption className="spoken">First rows of {name}</caption>
        <thead>
          <tr>
            {table.head.map((column, at) => (
              <th key={at} scope="col">
                <span className="column">{column === '' ? `Column ${at + 1}` : column}</span>
                {choice.is !== '' && column !== '' && (
                  <select
                    className="input"
                    aria-label={`What ${column} holds`}
                    data-chosen={choice.fields[column] !== ''}
                    value={choice.fields[column] ?? ''}
                    onChange={(event) =>
                      onChoice({ ...choice, fields: withField(choice.fields, column, event.target.value) })
                    }
                  >
                    <option value="">kept as it is</option>
                    {fields.map((field) => (
                      <option key={field} value={field}>
                        {fieldWords(field)}
                      </option>
                    ))}
                  </select>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.sample.map((row, line) => (
            <tr key={line}>
              {row.map((cell, at) => (
                <td key={at}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A field is in one column only. */
function withField(
  fields: TableChoice['fields'],
  column: string,
  field: string,
): Readonly<Record<string, string>> {
  const others = Object.entries(fields).map(([name, taken]) => [name, taken === field ? '' : taken] as const);
  return { ...Object.fromEntries(others), [column]: field };
}

const rowWords: Readonly<Record<string, string>> = {
  organizations: 'an organization',
  people: 'a person',
  relationships: 'a relationship (a tie)',
  collaborations: 'a collaboration',
  participation: 'somebody taking part in a collaboration',
  communities: 'a community',
  membership: 'a member of a community',
  gatherings: 'a gathering',
  attendance: 'somebody at a gathering',
  needs: 'a need',
  offers: 'an offer',
};

const ownWords: Readonly<Record<string, string>> = {
  id: 'its id',
  lat: 'latitude',
  lon: 'longitude',
  statedBy: 'said by',
  askedBy: 'asked by',
  openedAt: 'asked at',
  closedAt: 'closed at',
};

function fieldWords(field: string): string {
  return ownWords[field] ?? field.replace(':', ': ');
}
