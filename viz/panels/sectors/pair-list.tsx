import { counted } from '#analysis/words/counted.ts';
import type { SectorPairRow } from '#api/contract/analysis.ts';
import { Link } from '#viz/components/link.tsx';
import { expectation } from '#viz/findings/numbers.ts';
import { pairKey } from '#viz/findings/pair-finding.ts';
import { withQuery } from '#viz/state/address.ts';
import type { Shown } from '#viz/state/shown.ts';

interface PairListProps {
  readonly shown: Shown;
  readonly heading: string;
  readonly rows: readonly SectorPairRow[];
  readonly chosen: SectorPairRow | null;
}

/** Pairs of sectors, each leading to what is said of it: what the matrix says, in words, for a narrow screen too. */
export function PairList({ shown: { address }, heading, rows, chosen }: PairListProps) {
  return (
    <>
      <h2>{heading}</h2>
      <ul className="rows">
        {rows.map((row) => (
          <li key={pairKey(row.a, row.b)}>
            <Link
              to={withQuery(address, { pair: pairKey(row.a, row.b) })}
              aria-current={row === chosen ? 'true' : undefined}
            >
              {row.a} and {row.b}
            </Link>
            <span className="muted figures">
              {counted(row.ties, 'tie')}, chance would give {expectation(row.expected)}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
