import type { ComponentType } from 'react';
import { asObject, type Draft, toDraft } from '#viz/panels/edit/draft.ts';
import type { Field } from '#viz/panels/edit/field.ts';
import type { FieldProps, FormContext } from '#viz/panels/edit/form-context.ts';

interface FieldListProps extends FieldProps<Extract<Field, { readonly as: 'list' }>> {
  /** Draws the fields of one item; handed in, for an item may hold lists itself. */
  readonly rows: ComponentType<{
    readonly fields: readonly Field[];
    readonly draft: Draft;
    readonly path: string;
    readonly context: FormContext;
    readonly onChange: (draft: Draft) => void;
  }>;
}

/** A list of parts: each can be changed and taken out, new ones added. */
export function FieldList({ field, path, value, context, onChange, rows: Rows }: FieldListProps) {
  const items = Array.isArray(value) ? value.map(asObject) : [];
  return (
    <fieldset className="field list">
      <legend>
        {field.label} <span className="muted">{items.length === 0 ? 'none yet' : items.length}</span>
      </legend>
      <ol>
        {items.map((item, at) => (
          // Items have no id of their own; their place is what they are told apart by.
          <li key={at}>
            <div className="parts">
              <Rows
                fields={field.fields}
                draft={item}
                path={`${path}[${at}]`}
                context={context}
                onChange={(changed) => onChange(items.map((one, place) => (place === at ? changed : one)))}
              />
            </div>
            <button
              type="button"
              className="button"
              onClick={() => onChange(items.filter((_, place) => place !== at))}
            >
              Take out<span className="spoken"> {`${field.one} ${at + 1}`}</span>
            </button>
          </li>
        ))}
      </ol>
      <button
        type="button"
        className="button"
        onClick={() => onChange([...items, { ...toDraft(field.fields, {}), ...begun(field.fields) }])}
      >
        Add {/^[aeiou]/u.test(field.one) ? 'an' : 'a'} {field.one}
      </button>
    </fieldset>
  );
}

/** A new statement agrees until somebody says that it does not. */
function begun(fields: readonly Field[]): Draft {
  return Object.fromEntries(fields.filter(({ as }) => as === 'flag').map(({ name }) => [name, true]));
}
