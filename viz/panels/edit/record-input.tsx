import { type KeyboardEvent, useId, useState } from 'react';
import type { Known, Names } from '#viz/panels/records/use-records.ts';
import { FoundList } from '#viz/panels/records/found-list.tsx';
import { findNamed } from '#viz/state/find-named.ts';

interface RecordInputProps {
  readonly id: string;
  readonly names: Names;
  readonly collections: readonly string[];
  readonly label: string;
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
  readonly onChoose: (id: string) => void;
}

/** Finds a record by its name: arrows walk, Enter takes. */
export function RecordInput(props: RecordInputProps) {
  const { names, collections, onChoose } = props;
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const list = useId();
  const found = findNamed(
    names.list.filter(({ collection }) => collections.includes(collection)),
    text,
  );
  const open = text.trim() !== '';
  const shown = open ? found : [];
  const take = (one: Known | undefined) => {
    if (one === undefined) return;
    setText('');
    setAt(0);
    onChoose(one.id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!open) return;
    if (event.key === 'Enter') take(found[at]);
    else if (event.key === 'Escape') setText('');
    else if (step !== undefined) setAt(Math.max(0, Math.min(found.length - 1, at + step)));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="finder">
      <input
        id={props.id}
        className="input"
        type="text"
        role="combobox"
        autoComplete="off"
        aria-expanded={shown.length > 0}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={shown.length > 0 ? `${list}-${at}` : undefined}
        aria-describedby={props.describedBy}
        aria-invalid={props.invalid || undefined}
        // Enter takes what is found: nobody types before anything can be.
        readOnly={!names.ready}
        placeholder={names.ready ? 'Type a name' : 'Reading the names …'}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setText('')}
      />
      <FoundList list={list} label={`${props.label}: found`} found={shown} at={at} onTake={take} />
      <span className="spoken" role="status">
        {open ? (found.length === 0 ? 'Nothing found' : `${found.length} found`) : ''}
      </span>
    </div>
  );
}
