import { useEffect, useMemo, useState } from 'react';
import { numberWords } from '#analysis/words/number-words.ts';
import { percent } from '#analysis/words/percent.ts';
import { useWork } from '#viz/client/use-work.ts';
import { OrganizationLink } from '#viz/components/organization-link.tsx';
import { WorkLine } from '#viz/components/work-line.tsx';
import {
  askRoom,
  parseRules,
  type Room,
  roomSpotlight,
  rulesQuery,
  seatWords,
} from '#viz/panels/convene/room.ts';
import { RoomRulesForm } from '#viz/panels/convene/room-rules.tsx';
import { RoomScale } from '#viz/panels/convene/room-scale.tsx';
import { MapPanel } from '#viz/panels/map/map-panel.tsx';
import { useNames } from '#viz/panels/records/use-records.ts';
import { withQuery } from '#viz/state/address.ts';
import { goTo } from '#viz/state/navigation.ts';
import { organizationAddress, type Shown } from '#viz/state/shown.ts';
import { useTitle } from '#viz/state/use-title.ts';
import { csvText } from '#viz/tables/csv-text.ts';
import { saveFile } from '#viz/tables/save-file.ts';

/** Whom to bring into one room: the rules, the room with a reason for each seat, and other rooms to compare. */
export function ConvenePage(shown: Shown) {
  const { address, index, network } = shown;
  const { query } = address;
  const rules = useMemo(() => parseRules(query), [query]);
  const names = useNames(shown);
  const { work, start, cancel } = useWork<Room>();
  const [earlier, setEarlier] = useState<Room | null>(null);
  useTitle('Convene', network.name);
  const asked = JSON.stringify([rules, query.lens, query.groups, shown.head]);
  useEffect(() => {
    void start((signal, tell) => askRoom(address.network, query, rules, signal, tell));
    // What is asked says all that matters; camera and the like in the address do not.
  }, [asked, start, address.network]);
  const fresh = work.state === 'done' ? work.value : null;
  useEffect(() => {
    if (fresh !== null) return () => setEarlier(fresh);
    return undefined;
  }, [fresh]);
  const room = fresh ?? earlier;
  const spotlight = useMemo(() => (room === null ? null : roomSpotlight(index, room.invite)), [index, room]);
  return (
    <main id="main" className={work.state === 'done' ? 'convene ready' : 'convene'}>
      <RoomRulesForm
        rules={rules}
        names={names}
        onChange={(next) => goTo(withQuery(address, rulesQuery(next)))}
      />
      <section className="room" aria-label="The room">
        <h1>{room === null ? 'Whom should one bring into one room?' : heading(room)}</h1>
        {room !== null && <p className="muted">{comparison(room)}</p>}
        <WorkLine work={work} what="The room" onCancel={cancel} />
        {room !== null && (
          <Seats shown={shown} room={room} before={fresh === null ? null : earlier} must={rules.must} />
        )}
      </section>
      <section className="view" aria-label="On the map">
        <MapPanel
          index={index}
          address={address}
          spotlight={spotlight}
          caption="Who works with whom."
          onChoose={(node) => goTo(organizationAddress(address, index.map.nodes[node]?.id ?? ''))}
          onClear={() => undefined}
        />
        {room !== null && <RoomScale room={room} />}
      </section>
    </main>
  );
}

function heading({ invite, gain }: Room): string {
  return gain > 0
    ? `These ${numberWords(invite.length)} bring the groups ${percent(gain, 1)} closer`
    : `These ${numberWords(invite.length)} would bring the groups no closer`;
}

function comparison(room: Room): string {
  const better = room.bestConnectedPercentile;
  const than = better === null ? '' : `, ${betterThan(Math.round(better))}`;
  return `The ${numberWords(room.seats)} best connected would reach ${percent(room.bestConnectedGain, 1)}${than}. Best case: every pair in the room forms a tie.`;
}

function betterThan(percentile: number): string {
  if (percentile === 0) return 'less than any random room';
  return percentile === 100 ? 'more than any random room' : `more than ${percentile} of 100 random rooms`;
}

interface SeatsProps {
  readonly shown: Shown;
  readonly room: Room;
  /** The room before the last change of a rule. */
  readonly before: Room | null;
  readonly must: readonly string[];
}

function Seats({ shown, room, before, must }: SeatsProps) {
  const { index, network } = shown;
  const rows = room.invite.map((id, at) => ({
    seat: at + 1,
    id,
    name: index.map.nodes[index.nodeOf.get(id) ?? -1]?.label ?? id,
    why: seatWords(index, id, must.includes(id)),
  }));
  return (
    <>
      <ol className="seats">
        {rows.map(({ seat, id, why }) => (
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
          </li>
        ))}
      </ol>
      <p className="muted">
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
  { id: 'why', label: 'Why', value: ({ why }: { readonly why: string }) => why },
];
