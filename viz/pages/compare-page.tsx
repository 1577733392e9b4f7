import { useMemo } from 'react';
import { counted } from '#analysis/words/counted.ts';
import { Link } from '#viz/components/link.tsx';
import { Loading } from '#viz/components/states.tsx';
import { type Compared, comparedYears, compareYears } from '#viz/map/compare-years.ts';
import { ChangedTies } from '#viz/panels/map/changed-ties.tsx';
import { StillMap } from '#viz/panels/map/still-map.tsx';
import { useScene } from '#viz/panels/map/use-scene.ts';
import { countOf } from '#viz/scene/count-of.ts';
import { drawChangedTies } from '#viz/scene/draw-spotlight.ts';
import { filterScene, type ShownPart } from '#viz/scene/filter-scene.ts';
import { withQuery } from '#viz/state/address.ts';
import { goTo } from '#viz/state/navigation.ts';
import type { Shown } from '#viz/state/shown.ts';
import { useThemeName } from '#viz/state/theme-choice.ts';
import { useTitle } from '#viz/state/use-title.ts';

/** The network in two years side by side: everything in its place, only ties differ; below, those that do as a table. */
export function ComparePage(shown: Shown) {
  const { view, index, address } = shown;
  const [earlier, later] = comparedYears(index, address.query.compare);
  const compared = useMemo(() => compareYears(index, earlier, later), [index, earlier, later]);
  const toYears = (a: number, b: number) => goTo(withQuery(address, { compare: `${a},${b}` }));
  useTitle(`${earlier} and ${later}`, view.name);
  return (
    <main id="main" className="page ready">
      <h1>{heading(compared, earlier, later)}</h1>
      <p className="lead">
        {compared.kept === 1 ? 'One tie is' : `${countOf(compared.kept, 'tie')} are`} in both years. A tie
        counts while anything that it rests on is under way; what has no date counts in every year.
      </p>
      <div className="compare-bar">
        <YearChoice
          shown={shown}
          label="Earlier year"
          year={earlier}
          onYear={(year) => toYears(year, later)}
        />
        <YearChoice shown={shown} label="Later year" year={later} onYear={(year) => toYears(earlier, year)} />
        <Link className="button" to={withQuery(address, { compare: null })}>
          Back to the map
        </Link>
      </div>
      <TwoMaps shown={shown} compared={compared} years={[earlier, later]} />
      <h2>What changed</h2>
      <ChangedTies shown={shown} compared={compared} />
    </main>
  );
}

function heading({ ended, begun }: Compared, earlier: number, later: number): string {
  const changes = [
    begun.length > 0 && `${counted(begun.length, 'tie')} began`,
    ended.length > 0 && `${counted(ended.length, 'tie')} ended`,
  ].filter((part) => part !== false);
  const said = changes.length === 0 ? 'no tie began or ended' : changes.join(' and ');
  return `From ${earlier} to ${later}, ${said}`;
}

interface YearChoiceProps {
  readonly shown: Shown;
  readonly label: string;
  readonly year: number;
  readonly onYear: (year: number) => void;
}

function YearChoice({ shown, label, year, onYear }: YearChoiceProps) {
  return (
    <label>
      {label}{' '}
      <select className="input" value={year} onChange={(event) => onYear(Number(event.target.value))}>
        {shown.index.facets.years.map((one) => (
          <option key={one.year}>{one.year}</option>
        ))}
      </select>
    </label>
  );
}

interface TwoMapsProps {
  readonly shown: Shown;
  readonly compared: Compared;
  readonly years: readonly [number, number];
}

function TwoMaps({ shown, compared, years }: TwoMapsProps) {
  const theme = useThemeName();
  const { scene: whole, drawn: map, error } = useScene(shown.index.map);
  const index = useMemo(() => ({ ...shown.index, map }), [shown.index, map]);
  const sides = useMemo(() => {
    if (whole === null) return null;
    const side = (part: ShownPart, ties: readonly number[], ended: boolean) => ({
      scene: filterScene(map, whole, theme, part),
      over: drawChangedTies(map, whole, theme, { ties, ended }),
      ties: part.ties.reduce((sum, tie) => sum + tie, 0),
    });
    return [
      { ...side(compared.before, compared.ended, true), changed: `${compared.ended.length} of them ended` },
      { ...side(compared.after, compared.begun, false), changed: `${compared.begun.length} of them began` },
    ];
  }, [map, whole, theme, compared]);
  if (whole === null || sides === null)
    return error === null ? <Loading what="Drawing the maps …" /> : <p>{error}</p>;
  return (
    <>
      <div className="two-maps map-panel">
        {sides.map(({ scene, over, ties, changed }, at) => {
          const caption = `${years[at] ?? ''}: ${countOf(ties, 'tie')}, ${changed}`;
          return (
            <figure key={at}>
              <figcaption>{caption}</figcaption>
              <StillMap index={index} scene={scene} whole={whole} over={over} said={caption} />
            </figure>
          );
        })}
      </div>
      <ul className="compare-key">
        <li>
          <svg viewBox="0 0 40 8" aria-hidden="true">
            <path d="M0 4H40" strokeDasharray="4 4" />
          </svg>
          ended by {years[1]}
        </li>
        <li>
          <svg viewBox="0 0 40 8" aria-hidden="true">
            <path d="M0 4H40" />
          </svg>
          began after {years[0]}
        </li>
        <li className="muted">
          Between groups: as wide as the ties of that year are many; each change is in the table.
        </li>
      </ul>
    </>
  );
}
