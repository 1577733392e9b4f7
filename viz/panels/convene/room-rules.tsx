import { useState } from 'react';
import { mostSeats, type RoomRules } from '#viz/panels/convene/room.ts';
import { RecordInput } from '#viz/panels/edit/record-input.tsx';
import type { Names } from '#viz/panels/records/use-records.ts';

interface RoomRulesFormProps {
  readonly rules: RoomRules;
  readonly names: Names;
  readonly onChange: (rules: RoomRules) => void;
}

/** How many seats, who must be there, who must not sit together. */
export function RoomRulesForm({ rules, names, onChange }: RoomRulesFormProps) {
  const { seats, must, apart } = rules;
  const [first, setFirst] = useState<string | null>(null);
  const finder = (id: string, label: string, onChoose: (id: string) => void) => (
    <RecordInput
      id={id}
      names={names}
      collections={['organizations']}
      label={label}
      describedBy={undefined}
      invalid={false}
      onChoose={onChoose}
    />
  );
  return (
    <form className="rules" onSubmit={(event) => event.preventDefault()}>
      <h2>Who must be there?</h2>
      <div className="field">
        <span id="seats-label" className="label">
          Seats
        </span>
        <div className="segment stepper" role="group" aria-labelledby="seats-label">
          <button
            type="button"
            aria-label="One seat fewer"
            disabled={seats <= 2}
            onClick={() => onChange({ ...rules, seats: seats - 1 })}
          >
            −
          </button>
          <output className="figures">{seats}</output>
          <button
            type="button"
            aria-label="One seat more"
            disabled={seats >= mostSeats}
            onClick={() => onChange({ ...rules, seats: seats + 1 })}
          >
            +
          </button>
        </div>
      </div>
      <div className="field">
        <label htmlFor="must-invite">Must invite</label>
        {must.map((id) => (
          <Chip
            key={id}
            words={names.of(id)}
            onOut={() => onChange({ ...rules, must: must.filter((one) => one !== id) })}
          />
        ))}
        {finder('must-invite', 'Must invite', (id) =>
          onChange({ ...rules, must: [...new Set([...must, id])] }),
        )}
      </div>
      <div className="field">
        <label htmlFor="not-together">Do not seat together</label>
        {apart.map(([a, b]) => (
          <Chip
            key={`${a} ${b}`}
            words={`${names.of(a)} and ${names.of(b)}`}
            onOut={() =>
              onChange({ ...rules, apart: apart.filter((pair) => pair[0] !== a || pair[1] !== b) })
            }
          />
        ))}
        {first !== null && <Chip words={`${names.of(first)} and …`} onOut={() => setFirst(null)} />}
        {finder('not-together', 'Do not seat together', (id) => {
          if (first === null) setFirst(id);
          else if (id !== first) {
            setFirst(null);
            onChange({ ...rules, apart: [...apart, [first, id]] });
          }
        })}
        <p className="hint">
          {first === null ? 'Name the two, one after the other.' : 'Now the other one.'} It stands in the
          address of this page and nowhere else.
        </p>
      </div>
    </form>
  );
}

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
