import { type ComponentProps, useId } from 'react';
import { FieldList } from '#viz/panels/edit/field-list.tsx';
import type { Field } from '#viz/panels/edit/field.ts';
import { type Draft, asObject } from '#viz/panels/edit/draft.ts';
import { fieldId, type FieldProps, type FormContext, vocabularyOf } from '#viz/panels/edit/form-context.ts';
import { RecordInput } from '#viz/panels/edit/record-input.tsx';

interface FieldRowsProps {
  readonly fields: readonly Field[];
  readonly draft: Draft;
  readonly path: string;
  readonly context: FormContext;
  readonly onChange: (draft: Draft) => void;
}

/** The fields of a record, or of one of its parts. */
export function FieldRows({ fields, draft, path, context, onChange }: FieldRowsProps) {
  return fields.map((field) => (
    <FieldRow
      key={field.name}
      field={field}
      path={path === '' ? field.name : `${path}.${field.name}`}
      value={draft[field.name]}
      context={context}
      onChange={(value) => onChange({ ...draft, [field.name]: value })}
    />
  ));
}

/** One field: its label, its control, what is accepted, what is wrong. */
function FieldRow(props: FieldProps) {
  const { field, path, value, context, onChange } = props;
  if (field.as === 'list') return <FieldList {...props} field={field} rows={FieldRows} />;
  if (field.as === 'group') {
    return (
      <fieldset className="field group">
        <legend>{field.label}</legend>
        <div className="parts">
          <FieldRows
            fields={field.fields}
            draft={asObject(value)}
            path={path}
            context={context}
            onChange={onChange}
          />
        </div>
        <Wrong path={path} context={context} />
      </fieldset>
    );
  }
  const id = fieldId(path);
  if (field.as === 'flag') {
    return (
      <div className="field flag">
        <input
          id={id}
          type="checkbox"
          checked={value === true}
          onChange={(event) => onChange(event.target.checked)}
        />
        <label htmlFor={id}>{field.label}</label>
      </div>
    );
  }
  return (
    <div className={`field ${field.as}`}>
      <label htmlFor={id}>
        {field.label}
        {field.needed === true && <span className="muted"> (needed)</span>}
      </label>
      <Control {...props} />
      {field.hint !== undefined && (
        <p className="hint" id={`${id}-hint`}>
          {field.hint}
        </p>
      )}
      <Wrong path={path} context={context} />
    </div>
  );
}

function Wrong({ path, context }: Pick<FieldProps, 'path' | 'context'>) {
  const message = context.problems.get(path);
  return message === undefined ? null : (
    <p className="wrong" id={`${fieldId(path)}-wrong`}>
      {message}
    </p>
  );
}

function described({ field, path, context }: FieldProps): string | undefined {
  const id = fieldId(path);
  const parts = [
    field.hint === undefined ? '' : `${id}-hint`,
    context.problems.has(path) ? `${id}-wrong` : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? undefined : parts.join(' ');
}

function Control(props: FieldProps) {
  const { field, path, value, context, onChange } = props;
  const text = typeof value === 'string' ? value : '';
  const common = {
    id: fieldId(path),
    className: 'input',
    'aria-describedby': described(props),
    'aria-invalid': context.problems.has(path) || undefined,
    value: text,
    onChange: (event: { readonly target: { readonly value: string } }) => onChange(event.target.value),
  };
  if (field.as === 'record' || field.as === 'records') return <Chosen {...props} />;
  if (field.as === 'long' || field.as === 'words') {
    const lines = Math.min(10, Math.max(2, text.split('\n').length));
    return <textarea {...common} rows={field.as === 'long' ? 4 : lines} />;
  }
  if (field.as === 'choice') {
    return (
      <select {...common}>
        <option value="">{field.needed === true ? 'Choose' : 'Not said'}</option>
        {field.options.map((option) => (
          <option key={option}>{option}</option>
        ))}
      </select>
    );
  }
  if (field.as === 'named') return <WithWords {...common} words={vocabularyOf(context, field.vocabulary)} />;
  return <input {...common} inputMode={inputModes[field.as]} autoComplete="off" />;
}

const inputModes: Readonly<Record<string, 'decimal' | 'url' | undefined>> = {
  number: 'decimal',
  website: 'url',
};

/** A text for which there are words to choose from. */
function WithWords({ words, ...input }: ComponentProps<'input'> & { readonly words: readonly string[] }) {
  const list = useId();
  return (
    <>
      <input {...input} list={list} />
      <datalist id={list}>
        {words.map((word) => (
          <option key={word} value={word} />
        ))}
      </datalist>
    </>
  );
}

/** One record or several, chosen by name. */
function Chosen(props: FieldProps) {
  const { field, path, value, context, onChange } = props;
  if (field.as !== 'record' && field.as !== 'records') return null;
  const ids = Array.isArray(value)
    ? (value as string[])
    : typeof value === 'string' && value !== ''
      ? [value]
      : [];
  const several = field.as === 'records';
  return (
    <>
      {ids.map((id) => (
        <span key={id} className="chip">
          {context.names.of(id)}
          <button
            type="button"
            aria-label={`Take ${context.names.of(id)} out`}
            onClick={() => onChange(several ? ids.filter((one) => one !== id) : '')}
          >
            ×
          </button>
        </span>
      ))}
      {(several || ids.length === 0) && (
        <RecordInput
          id={fieldId(path)}
          names={context.names}
          collections={field.collections}
          label={field.label}
          describedBy={described(props)}
          invalid={context.problems.has(path)}
          onChoose={(id) => onChange(several ? [...new Set([...ids, id])] : id)}
        />
      )}
    </>
  );
}
