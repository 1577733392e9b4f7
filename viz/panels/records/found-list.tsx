import type { Known } from '#viz/panels/records/use-records.ts';

interface FoundListProps {
  /** The id by which the field names this list; its options are `${list}-0` and on. */
  readonly list: string;
  readonly label: string;
  readonly found: readonly Known[];
  /** The place that Enter takes. */
  readonly at: number;
  /** What is said beside the name; absent: what is known about it. */
  readonly about?: (one: Known) => string;
  readonly onTake: (one: Known) => void;
}

/** What a field of names has found, best first; the field itself keeps the focus. */
export function FoundList({ list, label, found, at, about = ({ about }) => about, onTake }: FoundListProps) {
  return (
    <ul id={list} role="listbox" aria-label={label} hidden={found.length === 0}>
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
          <span>{one.name}</span> <span className="muted">{about(one)}</span>
        </li>
      ))}
    </ul>
  );
}
