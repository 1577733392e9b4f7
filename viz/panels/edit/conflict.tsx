import { useEffect, useRef, useState } from 'react';
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
  const box = useRef<HTMLElement | null>(null);
  useEffect(() => box.current?.focus(), []);
  const differing = theirs === null ? [] : fields.filter(({ name }) => !same(theirs[name], mine[name]));
  const [takeMine, setTakeMine] = useState<ReadonlySet<string>>(
    () => new Set(differing.filter(({ name }) => !same(base?.[name], mine[name])).map(({ name }) => name)),
  );
  if (theirs === null) return <Removed onSave={() => onSave(mine)} onTheirs={onTheirs} />;
  const merged = { ...theirs };
  for (const { name } of differing) if (takeMine.has(name)) merged[name] = mine[name];
  for (const { name } of differing) if (merged[name] === undefined) Reflect.deleteProperty(merged, name);
  return (
    <section className="conflict" role="alert" tabIndex={-1} ref={box}>
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
            <Versions
              key={field.name}
              field={field}
              versions={[theirs, mine]}
              chosen={takeMine.has(field.name) ? 1 : 0}
              names={names}
              onChoose={(at) => {
                const next = new Set(takeMine);
                if (at === 1) next.add(field.name);
                else next.delete(field.name);
                setTakeMine(next);
              }}
            />
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

interface VersionsProps {
  readonly field: Field;
  /** Theirs, mine. */
  readonly versions: readonly Draft[];
  readonly chosen: number;
  readonly names: Names;
  readonly onChoose: (at: number) => void;
}

function Versions({ field, versions, chosen, names, onChoose }: VersionsProps) {
  return (
    <tr>
      <th scope="row">{field.label}</th>
      {versions.map((version, at) => (
        <td key={at}>
          <label>
            <input
              type="radio"
              name={`choice-${field.name}`}
              checked={chosen === at}
              onChange={() => onChoose(at)}
            />{' '}
            {valueText(field, version[field.name], names.of) || <span className="muted">empty</span>}
          </label>
        </td>
      ))}
    </tr>
  );
}

function Removed({ onSave, onTheirs }: { readonly onSave: () => void; readonly onTheirs: () => void }) {
  return (
    <section className="conflict" role="alert">
      <h2>Somebody removed this record while you changed it</h2>
      <p>Yours can be stored again as you have it, or left removed.</p>
      <div className="buttons">
        <button type="button" className="button primary" onClick={onSave}>
          Store my version
        </button>
        <button type="button" className="button" onClick={onTheirs}>
          Leave it removed
        </button>
      </div>
    </section>
  );
}
