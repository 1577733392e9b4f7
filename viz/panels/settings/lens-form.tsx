import type { LensPatch } from '#data/model/lens.ts';

interface LensFormProps {
  readonly lens: LensPatch;
  readonly onChange: (lens: LensPatch) => void;
}

/** What counts as a tie, in the few choices that most need. */
export function LensForm({ lens, onChange }: LensFormProps) {
  const relationships = lens.include?.relationships;
  const collaborations = lens.include?.collaborations;
  const include = (part: NonNullable<LensPatch['include']>) =>
    onChange({ ...lens, include: { ...lens.include, ...part } });
  return (
    <fieldset className="field">
      <legend>What counts, where nothing else is chosen</legend>
      <Choice
        label="Relationships that parties state"
        value={relationships === null ? 'none' : (relationships?.rule ?? 'union')}
        options={[
          ['union', 'count when one side says so'],
          ['confirmed', 'count when both sides say so'],
          ['none', 'do not count'],
        ]}
        onChoose={(rule) =>
          include({
            relationships:
              rule === 'none'
                ? null
                : { ...relationships, rule: rule === 'confirmed' ? 'confirmed' : 'union' },
          })
        }
      />
      <Choice
        label="Collaborations"
        value={collaborations === null ? 'none' : collaborations?.projection === 'count' ? 'count' : 'newman'}
        options={[
          ['newman', 'tie those who take part; less in larger ones'],
          ['count', 'tie those who take part, each pair by one'],
          ['none', 'do not count'],
        ]}
        onChoose={(projection) =>
          include({
            collaborations:
              projection === 'none'
                ? null
                : { ...collaborations, projection: projection === 'count' ? 'count' : 'newman' },
          })
        }
      />
      <Choice
        label="Who is on the map"
        value={lens.nodes ?? 'organizations'}
        options={[
          ['organizations', 'organizations'],
          ['both', 'organizations and people'],
          ['people', 'people'],
        ]}
        onChoose={(nodes) =>
          onChange({ ...lens, nodes: nodes === 'both' || nodes === 'people' ? nodes : 'organizations' })
        }
      />
    </fieldset>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [string, string])[];
  readonly onChoose: (value: string) => void;
}

function Choice({ label, value, options, onChoose }: ChoiceProps) {
  return (
    <label className="line">
      <span>{label}</span>
      <select className="input" value={value} onChange={(event) => onChoose(event.target.value)}>
        {options.map(([id, words]) => (
          <option key={id} value={id}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
