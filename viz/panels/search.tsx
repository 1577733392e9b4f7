import { type KeyboardEvent, type RefObject, useEffect, useId, useRef, useState } from 'react';
import { CategoryMark } from '#viz/components/category-mark.tsx';
import { findOrganizations } from '#viz/state/find-organizations.ts';
import type { MapNode } from '#viz/scene/picture.ts';
import { goTo } from '#viz/state/navigation.ts';
import { organizationAddress, type Shown } from '#viz/state/shown.ts';

/** Finds organizations by name; "/" comes here from anywhere, Enter goes to the first. */
export function Search(shown: Pick<Shown, 'index' | 'address'>) {
  const { input, text, at, found, write, choose, onKeyDown } = useSearch(shown);
  const list = useId();
  const open = text.trim() !== '';
  const { nodes } = shown.index.map;
  return (
    <div className="search">
      <input
        ref={input}
        className="input"
        type="text"
        role="combobox"
        aria-label="Search organizations"
        aria-expanded={open && found.length > 0}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={open && found.length > 0 ? `${list}-${at}` : undefined}
        placeholder="Search organizations"
        value={text}
        onChange={(event) => write(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => write('')}
      />
      <kbd aria-hidden="true">/</kbd>
      <ul id={list} role="listbox" aria-label="Organizations found" hidden={!open || found.length === 0}>
        {found.map((node, place) => (
          <Found
            key={node}
            id={`${list}-${place}`}
            node={nodes[node]}
            chosen={place === at}
            choose={() => choose(node)}
          />
        ))}
      </ul>
      <p className="spoken" role="status">
        {open ? foundSaid(found.length) : ''}
      </p>
    </div>
  );
}

function useSearch({ index, address }: Pick<Shown, 'index' | 'address'>) {
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const input = useRef<HTMLInputElement | null>(null);
  useSlash(input);
  const found = findOrganizations(index.map.nodes, text);
  const write = (typed: string) => {
    setText(typed);
    setAt(0);
  };
  const choose = (node: number | undefined) => {
    const id = index.map.nodes[node ?? -1]?.id;
    if (id === undefined) return;
    input.current?.blur();
    goTo(organizationAddress(address, id));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Enter') choose(found[at]);
    else if (event.key === 'Escape') write('');
    else if (step !== undefined) setAt(Math.max(0, Math.min(found.length - 1, at + step)));
    else return;
    event.preventDefault();
  };
  return { input, text, at, found, write, choose, onKeyDown };
}

const foundSaid = (count: number): string => (count === 0 ? 'No organization found' : `${count} found`);

interface FoundProps {
  readonly id: string;
  readonly node: MapNode | undefined;
  readonly chosen: boolean;
  readonly choose: () => void;
}

function Found({ id, node, chosen, choose }: FoundProps) {
  return (
    <li
      id={id}
      role="option"
      aria-selected={chosen}
      onPointerDown={(event) => {
        event.preventDefault();
        choose();
      }}
    >
      <CategoryMark category={node?.category ?? -1} /> {node?.label}
    </li>
  );
}

function useSlash(input: RefObject<HTMLInputElement | null>) {
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.matches('input, textarea, select');
      if (event.key !== '/' || typing || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      input.current?.focus();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [input]);
}
