import { useEffect } from 'react';
import { useWork } from '#viz/client/use-work.ts';
import { nodeAt, labelAt } from '#viz/findings/map-index.ts';
import { askRoom, type Room, type RoomRules } from '#viz/panels/convene/room.ts';
import { rulesCost } from '#viz/panels/convene/room-words.ts';
import type { Shown } from '#viz/state/shown.ts';

interface RulesCostProps {
  readonly shown: Shown;
  readonly rules: RoomRules;
  readonly room: Room;
}

/** What the rules cost: asked for once the room is there, and said when it is known. */
export function RulesCost({ shown, rules, room }: RulesCostProps) {
  const { address, index, head } = shown;
  const { query } = address;
  const { work, start } = useWork<Room>();
  const ruled = rules.must.length + rules.apart.length > 0;
  const asked = JSON.stringify([rules.seats, query.lens, query.groups, head]);
  useEffect(() => {
    if (!ruled) return;
    const free = { seats: rules.seats, must: [], apart: [], chance: 1 };
    void start((signal, tell) => askRoom(address.network, query, free, signal, tell));
    // What is asked says all that matters; camera and the like in the address do not.
  }, [asked, ruled, start, address.network]);
  if (!ruled || work.state !== 'done') return null;
  return (
    <p className="muted" role="status">
      {rulesCost(room, work.value, (id) => labelAt(index, nodeAt(index, id)))}
    </p>
  );
}
