import { counted } from '#analysis/words/counted.ts';
import type { SectorPairRow } from '#api/contract/analysis.ts';
import { Link } from '#viz/components/link.tsx';
import { OrganizationLink } from '#viz/components/organization-link.tsx';
import { Sentence } from '#viz/components/sentence.tsx';
import { emphasized } from '#viz/findings/pair-finding.ts';
import { probability } from '#viz/findings/numbers.ts';
import { type SectorMatrix, whoKnowsBoth } from '#viz/findings/sector-matrix.ts';
import { PairList } from '#viz/panels/sectors/pair-list.tsx';
import { pageAddress, type Shown } from '#viz/state/shown.ts';

interface PairWordsProps {
  readonly shown: Shown;
  readonly matrix: SectorMatrix;
  readonly row: SectorPairRow;
  readonly others: readonly SectorPairRow[];
}

const peopleShown = 5;
const pairsShown = 8;

/** The chosen pair in a sentence, who already knows both sides, and the next pairs. */
export function PairWords({ shown, matrix, row, others }: PairWordsProps) {
  const { view, address } = shown;
  const size = (sector: string): number => matrix.nodes.get(sector)?.length ?? 0;
  return (
    <section className="pair" aria-label="The chosen pair">
      <p className="sentence" aria-live="polite">
        <Sentence pieces={emphasized(row.sentence, [row.a, row.b])} />
      </p>
      <p className="muted">
        {counted(size(row.a), `${row.a} organization`)}, {counted(size(row.b), `${row.b} organization`)}. p{' '}
        {probability(row.p)}, q {probability(row.q)} over {view.analysis.sectorPairs?.length ?? 0} pairs.
      </p>
      <KnowBoth shown={shown} matrix={matrix} row={row} />
      <p>
        <Link
          className="button"
          to={pageAddress(address, 'map', null, { finding: `pair-${row.a}-${row.b}` })}
        >
          Show on the map
        </Link>
      </p>
      {others.length > 0 && (
        <PairList
          shown={shown}
          heading="Surprisingly few ties"
          rows={others.slice(0, pairsShown)}
          chosen={row}
        />
      )}
    </section>
  );
}

function KnowBoth({ shown, matrix, row }: Omit<PairWordsProps, 'others'>) {
  const both = whoKnowsBoth(shown.index, matrix.nodes, row.a, row.b, peopleShown);
  return (
    <>
      <h2>Who already knows both sides</h2>
      {both.length === 0 ? (
        <p className="muted">No organization has a partner in each.</p>
      ) : (
        <ul className="rows">
          {both.map(({ node, a, b }) => (
            <li key={node}>
              <OrganizationLink shown={shown} id={shown.index.map.nodes[node]?.id ?? ''} marked />
              <span className="muted figures">
                {a} {row.a}, {b} {row.b}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
