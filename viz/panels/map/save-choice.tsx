import { useRef, useState } from 'react';
import { Link } from '#viz/components/link.tsx';
import type { Looked, ViewFile } from '#viz/panels/map/save-view.ts';
import { type NetworkAddress, pageAddress } from '#viz/state/shown.ts';

const kinds: readonly (readonly [ViewFile, string])[] = [
  ['svg', 'Picture, SVG'],
  ['png', 'Picture, PNG'],
  ['organizations.csv', 'Organizations shown, CSV'],
  ['ties.csv', 'Ties shown, CSV'],
  ['gexf', 'Network shown, GEXF'],
];

interface SaveChoiceProps {
  readonly address: NetworkAddress;
  /** What is on screen at the moment of asking. */
  readonly looked: () => Looked;
}

/** What one looks at as a file: the picture with lights, filter, key and receipt, or its organizations and ties. */
export function SaveChoice({ address, looked }: SaveChoiceProps) {
  const box = useRef<HTMLDetailsElement | null>(null);
  const [said, setSaid] = useState('');
  const close = () => {
    box.current?.removeAttribute('open');
    box.current?.querySelector('summary')?.focus();
  };
  const save = async (kind: ViewFile) => {
    close();
    try {
      // Loaded when somebody saves: the first view does without.
      const { saveView } = await import('#viz/panels/map/save-view.ts');
      setSaid(`Saved as ${await saveView(kind, address.network, looked())}.`);
    } catch (error) {
      setSaid(`This could not be saved. ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  return (
    <details
      className="drop-down"
      ref={box}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || box.current?.open !== true) return;
        event.stopPropagation();
        close();
      }}
      onBlur={(event) => {
        if (event.relatedTarget !== null && box.current?.contains(event.relatedTarget) === false)
          box.current.removeAttribute('open');
      }}
    >
      <summary className="button">Save</summary>
      <ul aria-label="Save what is shown">
        {kinds.map(([kind, label]) => (
          <li key={kind}>
            <button type="button" onClick={() => void save(kind)}>
              {label}
            </button>
          </li>
        ))}
        <li>
          <Link to={pageAddress(address, 'reports')}>Report, whole map, all data …</Link>
        </li>
      </ul>
      <span className="spoken" role="status">
        {said}
      </span>
    </details>
  );
}
