import { scaleLinear } from 'd3-scale';
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import type { MapFacets } from '#api/contract/map-facets.ts';

interface TimeRangeProps {
  readonly facets: MapFacets;
  readonly from: number | null;
  readonly until: number | null;
  /** null: from the first, until the last. */
  readonly onRange: (from: number | null, until: number | null) => void;
}

type Range = readonly [from: number, until: number];

/** So long after the last movement the map follows: one step that Back undoes. */
const settleMs = 250;
const high = 32;

/** What began in each year as bars, with a handle at each end; years outside are pale. */
export function TimeRange(props: TimeRangeProps) {
  const { facets } = props;
  const { years, counted } = facets;
  const [range, move] = useRange(props);
  const most = years.reduce((top, { count }) => Math.max(top, count), 1);
  const bar = scaleLinear([0, most], [0, high]);
  const slot = 100 / years.length;
  const first = years[0]?.year ?? 0;
  const inside = years
    .filter(({ year }) => year >= range[0] && year <= range[1])
    .reduce((sum, { count }) => sum + count, 0);
  return (
    <div className="time-range">
      <div className="track">
        <svg viewBox={`0 0 100 ${high}`} preserveAspectRatio="none" aria-hidden="true">
          {years.map(({ year, count }, at) => (
            <rect
              key={year}
              className={year >= range[0] && year <= range[1] ? 'in' : 'out'}
              x={at * slot + 0.08 * slot}
              width={0.84 * slot}
              y={high - bar(count)}
              height={bar(count)}
            />
          ))}
        </svg>
        <Handle facets={facets} range={range} end={0} move={move} share={(range[0] - first) / years.length} />
        <Handle
          facets={facets}
          range={range}
          end={1}
          move={move}
          share={(range[1] + 1 - first) / years.length}
        />
        <div className="years" aria-hidden="true">
          <span>{first}</span>
          <span>{years.at(-1)?.year}</span>
        </div>
      </div>
      <p className="said">
        <strong className="figures">{range[0] === range[1] ? range[0] : `${range[0]}–${range[1]}`}</strong>
        <span className="muted">
          {inside} {counted} begun
        </span>
      </p>
    </div>
  );
}

/** The range under the hand; the address follows when it rests, and wins when it changes by itself. */
function useRange({
  facets: { years },
  from,
  until,
  onRange,
}: TimeRangeProps): [Range, (range: Range) => void] {
  const first = years[0]?.year ?? 0;
  const last = years.at(-1)?.year ?? 0;
  const given = `${from ?? first} ${until ?? last}`;
  const [held, setHeld] = useState<{ range: Range; given: string }>(() => ({
    range: within(from ?? first, until ?? last, first, last),
    given,
  }));
  if (held.given !== given) setHeld({ range: within(from ?? first, until ?? last, first, last), given });
  const tell = useRef(onRange);
  useEffect(() => {
    tell.current = onRange;
  });
  useEffect(() => {
    const [a, b] = held.range;
    if (`${a} ${b}` === held.given) return;
    const timer = setTimeout(() => tell.current(a === first ? null : a, b === last ? null : b), settleMs);
    return () => clearTimeout(timer);
  }, [held, first, last]);
  return [held.range, (range) => setHeld(({ given: same }) => ({ range, given: same }))];
}

function within(from: number, until: number, first: number, last: number): Range {
  const a = Math.max(first, Math.min(last, from));
  return [a, Math.max(a, Math.min(last, until))];
}

interface HandleProps {
  readonly facets: MapFacets;
  readonly range: Range;
  readonly end: 0 | 1;
  readonly move: (range: Range) => void;
  /** Where it stands on the track. */
  readonly share: number;
}

function Handle({ facets: { years, counted }, range, end, move, share }: HandleProps) {
  const first = years[0]?.year ?? 0;
  const last = years.at(-1)?.year ?? 0;
  const year = range[end];
  const least = end === 0 ? first : range[0];
  const most = end === 0 ? range[1] : last;
  const to = (wanted: number) => {
    const kept = Math.max(least, Math.min(most, wanted));
    move(end === 0 ? [kept, range[1]] : [range[0], kept]);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const wanted = keyYear(event.key, year, least, most);
    if (wanted === null) return;
    event.preventDefault();
    to(wanted);
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const track = event.currentTarget.parentElement?.getBoundingClientRect();
    if (track === undefined || track.width === 0) return;
    const at = ((event.clientX - track.left) / track.width) * years.length;
    to(first + Math.round(end === 0 ? at : at - 1));
  };
  const count = years.find((one) => one.year === year)?.count ?? 0;
  return (
    <div
      className="handle"
      role="slider"
      tabIndex={0}
      aria-label={end === 0 ? 'First year' : 'Last year'}
      aria-valuemin={least}
      aria-valuemax={most}
      aria-valuenow={year}
      aria-valuetext={`${year}, ${count} ${counted} begun`}
      style={{ left: `${100 * share}%` }}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={onPointerMove}
    />
  );
}

function keyYear(key: string, year: number, least: number, most: number): number | null {
  const step = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -5, PageUp: 5 }[key];
  if (step !== undefined) return year + step;
  return key === 'Home' ? least : key === 'End' ? most : null;
}
