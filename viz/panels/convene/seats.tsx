import { OrganizationLink } from '#viz/components/organization-link.tsx';
import { type Room, seatWords } from '#viz/panels/convene/room.ts';
import { seatPoints } from '#viz/panels/convene/room-words.ts';
import type { Shown } from '#viz/state/shown.ts';
import { csvText } from '#viz/tables/csv-text.ts';
import { saveFile } from '#viz/tables/save-file.ts';

interface SeatsProps {
  readonly shown: Shown;
  readonly room: Room;
  /** The room before the last change of a rule. */
  readonly before: Room | null;
  readonly must: readonly string[];
}

/** Who sits there, why, and what is lost without each. */
export function Seats({ shown, room, before, must }: SeatsProps) {
  const { index, network } = shown;
  const rows = room.invite.map((id, at) => ({
    seat: at + 1,
    id,
    name: index.map.nodes[index.nodeOf.get(id) ?? -1]?.label ?? id,
    why: seatWords(index, id, must.includes(id)),
    points: seatPoints(room, at),
  }));
  return (
    <>
      <ol className="seats">
        {rows.map(({ seat, id, why, points }) => (
          <li key={id}>
            <span className="seat" aria-hidden="true">
              {seat}
            </span>
            <div>
              <p className="named">
                <OrganizationLink shown={shown} id={id} marked />
                {must.includes(id) && <span className="tag">Must invite</span>}
                {before !== null && !before.invite.includes(id) && <span className="tag quiet">New</span>}
              </p>
              <p className="muted">{why}</p>
            </div>
            <p className="points figures">
              <b>{points}</b> points
            </p>
          </li>
        ))}
      </ol>
      <p className="muted">
        Points: what is lost while the seat stays empty. They do not add up; seats help each other.{' '}
        {room.exact
          ? 'No other room of this size under these rules does better.'
          : 'Found by trying one change after another until none helped; a better room may exist.'}
      </p>
      <div className="buttons">
        <button
          type="button"
          className="button"
          onClick={() =>
            saveFile(`${network.slug}-room.csv`, 'text/csv;charset=utf-8', csvText(listColumns, rows))
          }
        >
          Save the invitation list
        </button>
      </div>
    </>
  );
}

const listColumns = [
  { id: 'seat', label: 'Seat', value: ({ seat }: { readonly seat: number }) => seat },
  { id: 'name', label: 'Organization', value: ({ name }: { readonly name: string }) => name },
  { id: 'points', label: 'Points', value: ({ points }: { readonly points: string }) => points },
  { id: 'why', label: 'Why', value: ({ why }: { readonly why: string }) => why },
];
