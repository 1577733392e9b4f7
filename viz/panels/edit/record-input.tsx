import { type KeyboardEvent, useId, useState } from 'react';
import type { Known, Names } from '#viz/panels/records/use-records.ts';
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
        aria-expanded={open && found.length > 0}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={open && found.length > 0 ? `${list}-${at}` : undefined}
        aria-describedby={props.describedBy}
        aria-invalid={props.invalid || undefined}
        placeholder="Type a name"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setText('')}
      />
      <FoundList list={list} label={props.label} found={open ? found : []} at={at} onTake={take} />
      <span className="spoken" role="status">
        {open ? (found.length === 0 ? 'Nothing found' : `${found.length} found`) : ''}
      </span>
    </div>
  );
}

interface FoundListProps {
  readonly list: string;
  readonly label: string;
  readonly found: readonly Known[];
  /** The place that Enter takes. */
  readonly at: number;
  readonly onTake: (one: Known) => void;
}

function FoundList({ list, label, found, at, onTake }: FoundListProps) {
  return (
    <ul id={list} role="listbox" aria-label={`${label}: found`} hidden={found.length === 0}>
      {found.map((one, place) => (
        <li
          key={one.id}
          id={`${list}-${place}`}
          role="option"
          aria-selected={place === at}
          onPointerDown={(event) => {
            event.preventDefault();
            onTake(one);
          }}
        >
          {one.name} <span className="muted">{one.about}</span>
        </li>
      ))}
    </ul>
  );
}
