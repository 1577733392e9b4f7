import { CategoryMark } from '#viz/components/category-mark.tsx';
import { Link } from '#viz/components/link.tsx';
import { joins } from '#viz/findings/bridge-finding.ts';
import { labelAt, nodeAt } from '#viz/findings/map-index.ts';
import { thousands } from '#analysis/words/number-words.ts';
import { organizationAddress, type Shown } from '#viz/state/shown.ts';

const shownFirst = 6;

/** Who holds it together, as a list: on a phone it stands where the map does not. */
export function Holders({ view, index, address }: Shown) {
  const rows = (view.analysis.bridgeBuilders ?? []).slice(0, shownFirst);
  if (rows.length === 0) return null;
  return (
    <section className="holders only-phone">
      <h2>Who holds it together</h2>
      <ul>
        {rows.map((row) => {
          const node = nodeAt(index, row.id);
          const facts = [
            view.analysis.organizations[node]?.sector,
            joins(row)?.toLowerCase(),
            row.parted > 0 ? `${thousands(row.parted)} pairs rely on it` : null,
          ];
          return (
            <li key={row.id}>
              <Link to={organizationAddress(address, row.id)}>
                <CategoryMark category={index.map.nodes[node]?.category ?? -1} />
                <span>
                  <b>{labelAt(index, node)}</b>
                  <small>{facts.filter((fact) => fact !== null && fact !== undefined).join(' · ')}</small>
                </span>
                <span aria-hidden="true">→</span>
              </Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
