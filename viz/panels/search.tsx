import { type KeyboardEvent, type RefObject, useEffect, useId, useMemo, useRef, useState } from 'react';
import { findNamed } from '#viz/state/find-named.ts';
import { FoundList } from '#viz/panels/records/found-list.tsx';
import { type Known, useNamesWhen } from '#viz/panels/records/use-records.ts';
import type { PageName } from '#viz/state/address.ts';
import { goTo } from '#viz/state/navigation.ts';
import { type Base, pageAddress } from '#viz/state/shown.ts';

type SearchProps = Pick<Base, 'address' | 'head'>;

/** Finds organizations, people and collaborations by name; "/" comes here from anywhere, Enter goes to the first. */
export function Search(props: SearchProps) {
  const { input, text, at, found, ready, want, write, choose, onKeyDown } = useSearch(props);
  const list = useId();
  const open = text.trim() !== '';
  return (
    <div className="search">
      <input
        ref={input}
        className="input"
        type="text"
        role="combobox"
        aria-label="Search organizations and people"
        aria-expanded={open && found.length > 0}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={open && found.length > 0 ? `${list}-${at}` : undefined}
        placeholder="Search organizations, people"
        value={text}
        onChange={(event) => write(event.target.value)}
        onKeyDown={onKeyDown}
        onFocus={want}
        onBlur={() => write('')}
      />
      <kbd aria-hidden="true">/</kbd>
      <FoundList
        list={list}
        label="Found"
        found={open ? found : []}
        at={at}
        about={aboutFound}
        onTake={choose}
      />
      <p className="spoken" role="status">
        {open && ready ? foundSaid(found.length) : ''}
      </p>
    </div>
  );
}

const aboutFound = ({ collection, about }: Known): string =>
  collection === 'organizations' ? about : (singular[collection] ?? '');
const singular: Readonly<Record<string, string>> = {
  people: 'person',
  collaborations: 'collaboration',
  communities: 'community',
  sources: 'source',
};

function useSearch({ address, head }: SearchProps) {
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const input = useRef<HTMLInputElement | null>(null);
  useSlash(input);
  const [wanted, setWanted] = useState(false);
  const names = useNamesWhen({ address, head }, wanted);
  /** Enter was pressed before the names were there. */
  const early = useRef(false);
  const found = useMemo(() => findNamed(names?.list ?? [], text), [names, text]);
  const write = (typed: string) => {
    early.current = false;
    setText(typed);
    setAt(0);
  };
  const choose = (one: Known | undefined) => {
    early.current = one === undefined && names === null;
    if (one === undefined) return;
    input.current?.blur();
    goTo(pageAddress(address, one.collection as PageName, one.id));
  };
  useEffect(() => {
    if (early.current && names !== null) choose(found[0]);
  }, [names]);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Enter') choose(found[at]);
    else if (event.key === 'Escape') write('');
    else if (step !== undefined) setAt(Math.max(0, Math.min(found.length - 1, at + step)));
    else return;
    event.preventDefault();
  };
  const want = () => setWanted(true);
  return { input, text, at, found, ready: names !== null, want, write, choose, onKeyDown };
}

const foundSaid = (count: number): string => (count === 0 ? 'Nothing found' : `${count} found`);

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
