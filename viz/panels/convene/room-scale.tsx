import { scaleLinear } from 'd3-scale';
import { numberWords, thousands } from '#analysis/words/number-words.ts';
import { percent } from '#analysis/words/percent.ts';
import { closerShare } from '#viz/panels/convene/room-words.ts';
import type { Room } from '#viz/panels/convene/room.ts';

const width = 528;
const height = 148;
const line = 116;
const tallest = 88;

/** This room beside others of its size, on one scale; the same in words is in the list below it. */
export function RoomScale({ room }: { readonly room: Room }) {
  const marks = [
    { words: 'random rooms, on average', gain: room.random.mean, strong: false, drawn: false },
    {
      words: `best of ${thousands(room.random.rooms)} random rooms`,
      gain: room.random.best,
      strong: false,
      drawn: false,
    },
    { words: 'best connected', gain: room.bestConnectedGain, strong: false, drawn: true },
    { words: 'this room', gain: room.gain, strong: true, drawn: true },
  ].filter((mark): mark is typeof mark & { gain: number } => mark.gain !== null);
  const share = (gain: number): number => closerShare(room, gain);
  const top = Math.max(...marks.map(({ gain }) => share(gain)), 0.001);
  const scale = scaleLinear()
    .domain([0, top])
    .nice()
    .range([8, width - 8]);
  const at = (gain: number): number => scale(share(gain));
  return (
    <figure className="room-scale">
      <figcaption>Compared with other rooms of {numberWords(room.seats)}</figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        <DrawnRooms random={room.random} at={at} />
        <line x1={8} x2={width - 8} y1={line} y2={line} stroke="var(--muted)" />
        {scale.ticks(5).map((tick) => (
          <text key={tick} x={scale(tick)} y={line + 20} textAnchor="middle" className="tick">
            {percent(tick, top < 0.05 ? 1 : 0)}
          </text>
        ))}
        {marks
          .filter(({ drawn }) => drawn)
          .map(({ words, gain, strong }) => (
            <line
              key={words}
              x1={at(gain)}
              x2={at(gain)}
              y1={strong ? 8 : line - tallest}
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
            <dd className="figures">{strong ? <b>{percent(share(gain), 1)}</b> : percent(share(gain), 1)}</dd>
          </div>
        ))}
      </dl>
    </figure>
  );
}

interface DrawnRoomsProps {
  readonly random: Room['random'];
  /** Where a gain stands, in px. */
  readonly at: (gain: number) => number;
}

/** How many of the random rooms gain how much, as bars. */
function DrawnRooms({ random: { counts, best }, at }: DrawnRoomsProps) {
  const most = Math.max(...counts, 1);
  const step = (best ?? 0) / Math.max(1, counts.length);
  return counts.map((count, which) => (
    <rect
      key={which}
      x={at(which * step)}
      width={Math.max(2, at((which + 1) * step) - at(which * step) - 1)}
      y={line - (tallest * count) / most}
      height={(tallest * count) / most}
      fill="var(--strand)"
    />
  ));
}
