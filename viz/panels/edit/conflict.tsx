import { useState } from 'react';
import type { Draft } from '#viz/panels/edit/draft.ts';
import type { Field } from '#viz/panels/edit/field.ts';
import type { Names } from '#viz/panels/records/use-records.ts';
import { valueText } from '#viz/panels/records/value-text.ts';

interface ConflictProps {
  readonly fields: readonly Field[];
  /** What the form was begun from. */
  readonly base: Draft | null;
  /** As it is stored now; null: somebody removed it. */
  readonly theirs: Draft | null;
  readonly mine: Draft;
  readonly names: Names;
  /** Saves a record made of both. */
  readonly onSave: (record: Draft) => void;
  /** Takes their version and leaves the form. */
  readonly onTheirs: () => void;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** Somebody changed the record meanwhile: both versions side by side, a choice for each field in which they differ. */
export function Conflict({ fields, base, theirs, mine, names, onSave, onTheirs }: ConflictProps) {
  const differing = theirs === null ? [] : fields.filter(({ name }) => !same(theirs[name], mine[name]));
  const [takeMine, setTakeMine] = useState<ReadonlySet<string>>(
    () => new Set(differing.filter(({ name }) => !same(base?.[name], mine[name])).map(({ name }) => name)),
  );
  if (theirs === null) {
    return (
      <section className="conflict" role="alert">
        <h2>Somebody removed this record while you changed it</h2>
        <p>Yours can be stored again as you have it, or left removed.</p>
        <div className="buttons">
          <button type="button" className="button primary" onClick={() => onSave(mine)}>
            Store my version
          </button>
          <button type="button" className="button" onClick={onTheirs}>
            Leave it removed
          </button>
        </div>
      </section>
    );
  }
  const merged = { ...theirs };
  for (const { name } of differing) if (takeMine.has(name)) merged[name] = mine[name];
  for (const { name } of differing) if (merged[name] === undefined) Reflect.deleteProperty(merged, name);
  return (
    <section className="conflict" role="alert">
      <h2>Somebody changed this record while you did</h2>
      <p>
        Nothing of yours is stored yet. Choose for each field; fields that only one of you changed are set.
      </p>
      <table>
        <caption className="spoken">Both versions</caption>
        <thead>
          <tr>
            <th scope="col">Field</th>
            <th scope="col">Theirs</th>
            <th scope="col">Yours</th>
          </tr>
        </thead>
        <tbody>
          {differing.map((field) => (
            <tr key={field.name}>
              <th scope="row">{field.label}</th>
              {[theirs, mine].map((version, at) => (
                <td key={at}>
                  <label>
                    <input
                      type="radio"
                      name={`choice-${field.name}`}
                      checked={takeMine.has(field.name) === (at === 1)}
                      onChange={() => {
                        const next = new Set(takeMine);
                        if (at === 1) next.add(field.name);
                        else next.delete(field.name);
                        setTakeMine(next);
                      }}
                    />{' '}
                    {valueText(field, version[field.name], names.of) || <span className="muted">empty</span>}
                  </label>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className="buttons">
        <button type="button" className="button primary" onClick={() => onSave(merged)}>
          Save what is chosen
        </button>
        <button type="button" className="button" onClick={onTheirs}>
          Keep theirs, throw mine away
        </button>
      </div>
    </section>
  );
}
