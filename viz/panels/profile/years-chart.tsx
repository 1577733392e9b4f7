import { max } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { area, curveStepAfter, line } from 'd3-shape';
import { numberWords } from '#analysis/words/number-words.ts';
import { type YearCount, yearsWords } from '#viz/findings/years-under-way.ts';

const width = 456;
const height = 84;
const floor = 62;

/** Collaborations under way by year, as steps; the same as a table below. */
export function YearsChart({ years }: { readonly years: readonly YearCount[] }) {
  const [first, last] = [years[0]?.year ?? 0, years.at(-1)?.year ?? 0];
  const x = scaleLinear()
    .domain([first, last + 1])
    .range([0, width]);
  const y = scaleLinear()
    .domain([0, max(years, ({ count }) => count) ?? 1])
    .range([floor, 6]);
  const steps = [...years, { year: last + 1, count: years.at(-1)?.count ?? 0 }];
  const filled = area<YearCount>()
    .x(({ year }) => x(year))
    .y0(floor)
    .y1(({ count }) => y(count))
    .curve(curveStepAfter)(steps);
  const drawn = line<YearCount>()
    .x(({ year }) => x(year))
    .y(({ count }) => y(count))
    .curve(curveStepAfter)(steps);
  const every = Math.max(1, Math.ceil(years.length / 7));
  return (
    <figure className="years">
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        <path d={filled ?? ''} fill="var(--hull)" />
        <path d={drawn ?? ''} fill="none" stroke="var(--ink)" strokeWidth="1.5" />
        <line x1="0" x2={width} y1={floor} y2={floor} stroke="var(--muted)" />
        {years
          .filter((_, at) => at % every === 0)
          .map(({ year }) => (
            <text key={year} x={x(year + 0.5)} y={floor + 18} textAnchor="middle">
              {year}
            </text>
          ))}
      </svg>
      <figcaption>{yearsWords(years, numberWords)}</figcaption>
      <details>
        <summary>As a table</summary>
        <table>
          <caption className="spoken">Collaborations under way, by year</caption>
          <thead>
            <tr>
              <th scope="col">Year</th>
              <th scope="col">Under way</th>
            </tr>
          </thead>
          <tbody>
            {years.map(({ year, count }) => (
              <tr key={year}>
                <th scope="row">{year}</th>
                <td className="figures">{count}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
