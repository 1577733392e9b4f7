import { useEffect, useRef } from 'react';
import { timeText } from '#viz/components/time-text.ts';
import { Conflict } from '#viz/panels/edit/conflict.tsx';
import { FieldRows } from '#viz/panels/edit/field-row.tsx';
import { fieldId } from '#viz/panels/edit/form-context.ts';
import type { KeptDraft } from '#viz/panels/edit/kept-draft.ts';
import { type FormAsked, useRecordForm } from '#viz/panels/edit/use-record-form.ts';
import type { Names } from '#viz/panels/records/use-records.ts';
import type { Base } from '#viz/state/shown.ts';

interface RecordFormProps extends FormAsked {
  readonly stored: Base['network'];
  readonly names: Names;
  /** "Save the organization" */
  readonly action: string;
  readonly onCancel: () => void;
  /** Their version was taken: the page shows what is stored. */
  readonly onTheirs: () => void;
}

/** A record as a form: each error at its field, drafts kept, two people's changes laid side by side. */
export function RecordForm(props: RecordFormProps) {
  const { fields, names, stored, action, record, onCancel } = props;
  const form = useRecordForm(props);
  const { draft, problems, failed, clash, busy } = form;
  const context = {
    names,
    vocabularies: stored.vocabularies ?? {},
    problems: new Map(problems.map(({ path, message }) => [path, message])),
  };
  if (clash !== null) {
    return (
      <Conflict
        fields={fields}
        base={form.base}
        theirs={clash.theirs}
        mine={clash.mine}
        names={names}
        onSave={form.saveMerged}
        onTheirs={() => {
          form.drop();
          props.onTheirs();
        }}
      />
    );
  }
  const submit = (event: { preventDefault: () => void }) => {
    event.preventDefault();
    form.save();
  };
  return (
    <form className="record-form" noValidate onSubmit={submit}>
      {form.kept !== null && (
        <KeptLine kept={form.kept} now={record?.revision ?? null} onThrow={form.startOver} />
      )}
      <Wrongs problems={problems} failed={failed?.message ?? null} />
      <FieldRows fields={fields} draft={draft} path="" context={context} onChange={form.change} />
      <div className="buttons stuck">
        <button type="submit" className="button primary" disabled={busy}>
          {busy ? 'Saving …' : action}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => {
            form.drop();
            onCancel();
          }}
        >
          Cancel
        </button>
      </div>
    </form>
  );
}

interface KeptLineProps {
  readonly kept: KeptDraft;
  /** The record's present revision; null: it is new. */
  readonly now: number | null;
  readonly onThrow: () => void;
}

function KeptLine({ kept, now, onThrow }: KeptLineProps) {
  return (
    <p className="kept" role="status">
      Your draft of {timeText(kept.at)} was kept by this browser.
      {kept.revision !== now && ' The record was changed since; both versions are shown when you save.'}{' '}
      <button type="button" className="as-link" onClick={onThrow}>
        Throw the draft away
      </button>
    </p>
  );
}

interface WrongsProps {
  readonly problems: readonly { readonly path: string; readonly message: string }[];
  readonly failed: string | null;
}

/** All that is wrong, above the form; each leads to its field. */
function Wrongs({ problems, failed }: WrongsProps) {
  const box = useRef<HTMLDivElement | null>(null);
  const shown = problems.length > 0 || failed !== null;
  useEffect(() => {
    if (shown) box.current?.focus();
  }, [shown, problems]);
  if (!shown) return null;
  return (
    <div className="wrongs" role="alert" tabIndex={-1} ref={box}>
      <p>
        <b>Nothing is stored yet.</b> {problems.length === 0 ? failed : ''}
      </p>
      <ul>
        {problems.map(({ path, message }) => (
          <li key={`${path} ${message}`}>
            <a
              href={`#${fieldId(path)}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(fieldId(path))?.focus();
              }}
            >
              {path === '' ? 'The record' : path}
            </a>
            : {message}
          </li>
        ))}
      </ul>
    </div>
  );
}
