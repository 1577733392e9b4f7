import { useState } from 'react';
import { chances, mostSeats, type RoomRules } from '#viz/panels/convene/room.ts';
import { RecordInput } from '#viz/panels/edit/record-input.tsx';
import type { Names } from '#viz/panels/records/use-records.ts';

interface RoomRulesFormProps {
  readonly rules: RoomRules;
  readonly names: Names;
  readonly onChange: (rules: RoomRules) => void;
}

/** How many seats, who must be there, who must not sit together. */
export function RoomRulesForm({ rules, names, onChange }: RoomRulesFormProps) {
  const { must } = rules;
  return (
    <form className="rules" onSubmit={(event) => event.preventDefault()}>
      <h2>Who must be there?</h2>
      <Seats seats={rules.seats} onSeats={(seats) => onChange({ ...rules, seats })} />
      <div className="field">
        <label htmlFor="must-invite">Must invite</label>
        {must.map((id) => (
          <Chip
            key={id}
            words={names.of(id)}
            onOut={() => onChange({ ...rules, must: must.filter((one) => one !== id) })}
          />
        ))}
        <Finder
          id="must-invite"
          label="Must invite"
          names={names}
          onChoose={(id) => onChange({ ...rules, must: [...new Set([...must, id])] })}
        />
      </div>
      <Apart apart={rules.apart} names={names} onApart={(apart) => onChange({ ...rules, apart })} />
      <Chance chance={rules.chance} onChance={(chance) => onChange({ ...rules, chance })} />
    </form>
  );
}

function Seats({ seats, onSeats }: { readonly seats: number; readonly onSeats: (seats: number) => void }) {
  return (
    <div className="field">
      <span id="seats-label" className="label">
        Seats
      </span>
      <div className="segment stepper" role="group" aria-labelledby="seats-label">
        <button
          type="button"
          aria-label="One seat fewer"
          disabled={seats <= 2}
          onClick={() => onSeats(seats - 1)}
        >
          −
        </button>
        <output className="figures">{seats}</output>
        <button
          type="button"
          aria-label="One seat more"
          disabled={seats >= mostSeats}
          onClick={() => onSeats(seats + 1)}
        >
          +
        </button>
      </div>
    </div>
  );
}

const chanceWords: Readonly<Record<number, string>> = { 0.25: '1 in 4', 0.5: '1 in 2', 1: 'Best case' };

interface ChanceProps {
  readonly chance: number;
  readonly onChance: (chance: number) => void;
}

function Chance({ chance, onChance }: ChanceProps) {
  return (
    <div className="field">
      <span id="chance-label" className="label">
        Chance that two people there form a tie
      </span>
      <div className="segment" role="group" aria-labelledby="chance-label">
        {chances.map((one) => (
          <button key={one} type="button" aria-pressed={one === chance} onClick={() => onChance(one)}>
            {chanceWords[one]}
          </button>
        ))}
      </div>
    </div>
  );
}

interface ApartProps {
  readonly apart: RoomRules['apart'];
  readonly names: Names;
  readonly onApart: (apart: RoomRules['apart']) => void;
}

function Apart({ apart, names, onApart }: ApartProps) {
  const [first, setFirst] = useState<string | null>(null);
  const take = (id: string) => {
    if (first === null) setFirst(id);
    else if (id !== first) {
      setFirst(null);
      onApart([...apart, [first, id]]);
    }
  };
  return (
    <div className="field">
      <label htmlFor="not-together">Do not seat together</label>
      {apart.map(([a, b]) => (
        <Chip
          key={`${a} ${b}`}
          words={`${names.of(a)} and ${names.of(b)}`}
          onOut={() => onApart(apart.filter((pair) => pair[0] !== a || pair[1] !== b))}
        />
      ))}
      {first !== null && <Chip words={`${names.of(first)} and …`} onOut={() => setFirst(null)} />}
      <Finder id="not-together" label="Do not seat together" names={names} onChoose={take} />
      <p className="hint">
        {first === null ? 'Name the two, one after the other.' : 'Now the other one.'} It stands in the
        address of this page and nowhere else.
      </p>
    </div>
  );
}

interface FinderProps {
  readonly id: string;
  readonly label: string;
  readonly names: Names;
  readonly onChoose: (id: string) => void;
}

function Finder(props: FinderProps) {
  return <RecordInput {...props} collections={organizationsOnly} describedBy={undefined} invalid={false} />;
}

const organizationsOnly = ['organizations'];

function Chip({ words, onOut }: { readonly words: string; readonly onOut: () => void }) {
  return (
    <span className="chip">
      {words}
      <button type="button" aria-label={`Take ${words} out`} onClick={onOut}>
        ×
      </button>
    </span>
  );
}
