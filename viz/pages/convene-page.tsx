import { useEffect, useMemo, useState } from 'react';
import { useWork } from '#viz/client/use-work.ts';
import { WorkLine } from '#viz/components/work-line.tsx';
import { askRoom, parseRules, type Room, roomSpotlight, rulesQuery } from '#viz/panels/convene/room.ts';
import { RoomRulesForm } from '#viz/panels/convene/room-rules.tsx';
import { RoomScale } from '#viz/panels/convene/room-scale.tsx';
import { roomComparison, roomHeading } from '#viz/panels/convene/room-words.ts';
import { RulesCost } from '#viz/panels/convene/rules-cost.tsx';
import { Seats } from '#viz/panels/convene/seats.tsx';
import { MapPanel } from '#viz/panels/map/map-panel.tsx';
import { useNames } from '#viz/panels/records/use-records.ts';
import { withQuery } from '#viz/state/address.ts';
import { goTo } from '#viz/state/navigation.ts';
import { organizationAddress, type Shown } from '#viz/state/shown.ts';
import { useTitle } from '#viz/state/use-title.ts';

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
        <h1>{room === null ? 'Whom should one bring into one room?' : roomHeading(room)}</h1>
        {room !== null && <p className="muted">{roomComparison(room)}</p>}
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
        {fresh !== null && <RulesCost shown={shown} rules={rules} room={fresh} />}
      </section>
    </main>
  );
}
