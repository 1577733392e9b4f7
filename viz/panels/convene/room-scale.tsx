import { scaleLinear } from 'd3-scale';
import { numberWords, thousands } from '#analysis/words/number-words.ts';
import { percent } from '#analysis/words/percent.ts';
import type { Room } from '#viz/panels/convene/room.ts';

const width = 528;
const height = 92;
const line = 60;

/** This room beside others of its size, on one line; the same in words is in the list below it. */
export function RoomScale({ room }: { readonly room: Room }) {
  const marks = [
    { words: 'random rooms, on average', gain: room.random.mean, strong: false },
    { words: `best of ${thousands(room.random.rooms)} random rooms`, gain: room.random.best, strong: false },
    { words: 'best connected', gain: room.bestConnectedGain, strong: false },
    { words: 'this room', gain: room.gain, strong: true },
  ].filter((mark): mark is { words: string; gain: number; strong: boolean } => mark.gain !== null);
  const top = Math.max(...marks.map(({ gain }) => gain), 0.001);
  const at = scaleLinear()
    .domain([0, top])
    .nice()
    .range([8, width - 8]);
  return (
    <figure className="room-scale">
      <figcaption>Compared with other rooms of {numberWords(room.seats)}</figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        <line x1={8} x2={width - 8} y1={line} y2={line} stroke="var(--muted)" />
        {at.ticks(5).map((tick) => (
          <text key={tick} x={at(tick)} y={line + 20} textAnchor="middle" className="tick">
            {percent(tick, top < 0.05 ? 1 : 0)}
          </text>
        ))}
        {marks.map(({ words, gain, strong }) => (
          <line
            key={words}
            x1={at(gain)}
            x2={at(gain)}
            y1={strong ? 8 : 28}
            y2={line}
            stroke={strong ? 'var(--accent)' : 'var(--muted)'}
            strokeWidth={strong ? 4 : 2}
            strokeDasharray={words === 'best connected' ? '3 3' : undefined}
          />
        ))}
      </svg>
      <dl className="details">
        {[...marks].reverse().map(({ words, gain, strong }) => (
          <div key={words}>
            <dt>{words}</dt>
            <dd className="figures">{strong ? <b>{percent(gain, 1)}</b> : percent(gain, 1)}</dd>
          </div>
        ))}
      </dl>
    </figure>
  );
}
