import { useMemo } from 'react';
import { siloRules } from '#analysis/findings/silo.ts';
import { capitalized } from '#analysis/words/capitalized.ts';
import { numberWords } from '#analysis/words/number-words.ts';
import { Nothing } from '#viz/components/states.tsx';
import { siloView, type SiloView } from '#viz/findings/silo-finding.ts';
import { useScene } from '#viz/panels/map/use-scene.ts';
import { Receipt } from '#viz/panels/receipt.tsx';
import { SiloEntry } from '#viz/panels/silos/silo-entry.tsx';
import type { Shown } from '#viz/state/shown.ts';
import { useTitle } from '#viz/state/use-title.ts';
import { csvText } from '#viz/tables/csv-text.ts';
import { saveFile } from '#viz/tables/save-file.ts';
import { siloColumns } from '#viz/panels/silos/silo-columns.ts';

/** Every group that was looked at, with its certificate or the test that it fails. */
export function SilosPage(shown: Shown) {
  const { view, index, address } = shown;
  const { scene } = useScene(view.map);
  useTitle('Silos', view.name);
  const all = useMemo(() => lookedAt({ view, index }), [view, index]);
  if (all.length === 0) {
    return (
      <main id="main" className="page">
        <Nothing heading="No group is large enough to be tested">
          A silo needs at least four organizations that are tied more to each other than to the rest.
        </Nothing>
      </main>
    );
  }
  const drawn = view.analysis.siloNull?.drawn ?? 0;
  return (
    <main id="main" className="page ready">
      <h1>{heading(all)}</h1>
      <p className="lead">
        A group is called a silo only when it passes four tests: at least four members, more tie ends inside
        than out, more closed than chance makes, and found again in nearly every run.
      </p>
      <Heads />
      <ol className="silos">
        {all.map((one) => (
          <SiloEntry
            key={one.at}
            shown={shown}
            one={one}
            scene={scene}
            open={address.id === String(one.at)}
          />
        ))}
      </ol>
      <div className="after">
        <button
          type="button"
          className="button"
          onClick={() =>
            saveFile(`${view.slug}-silos.csv`, 'text/csv;charset=utf-8', csvText(siloColumns(index), all))
          }
        >
          Save as CSV
        </button>
      </div>
      <p className="muted note">{method(view.analysis.siloNull?.kind, drawn)}</p>
      <Receipt analysis={view.analysis} />
    </main>
  );
}

/** Groups large enough to be tested: silos first, the most closed first. */
function lookedAt({ view, index }: Pick<Shown, 'view' | 'index'>): readonly SiloView[] {
  return (view.analysis.silos ?? [])
    .map((silo, at) => siloView(index, silo, at))
    .filter(({ silo }) => silo.size >= siloRules.members)
    .sort(
      (a, b) =>
        Number(b.silo.certified) - Number(a.silo.certified) ||
        (a.silo.conductance ?? 1) - (b.silo.conductance ?? 1),
    );
}

function Heads() {
  return (
    <div className="silo-heads" aria-hidden="true">
      <span>Its ties out</span>
      <span>Group</span>
      <span>
        Size
        <br />
        at least 4
      </span>
      <span>
        Conductance
        <br />
        silo below .5, closed to .3
      </span>
      <span>
        p<br />
        at most .05
      </span>
      <span>
        Stability
        <br />
        at least .8
      </span>
    </div>
  );
}

function heading(all: readonly SiloView[]): string {
  const found = all.filter(({ silo }) => silo.certified).length;
  const looked = `of ${all.length === 1 ? 'one group' : `${numberWords(all.length)} groups`} looked at`;
  if (found === 0) return `No silo, ${looked}`;
  return `${capitalized(numberWords(found))} ${found === 1 ? 'silo' : 'silos'}, ${looked}`;
}

/** How chance was drawn, and the smallest p that it can give. */
function method(kind: 'rewired' | 'two-mode' | 'both' | undefined, drawn: number): string {
  if (kind === undefined || drawn === 0) return 'No group passed the other tests, so chance was not drawn.';
  const kept = {
    rewired: 'every organization keeps its number of partners',
    'two-mode': 'every organization keeps its number of collaborations and every collaboration its size',
    both: 'every organization keeps its number of partners and of collaborations',
  }[kind];
  return `p compares each group with ${drawn} random networks in which ${kept} and groups are found again. The smallest p this can give is ${(1 / (drawn + 1)).toFixed(3).slice(1)}.`;
}
