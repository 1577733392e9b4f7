import { Link } from '#viz/components/link.tsx';
import { Sentence } from '#viz/components/sentence.tsx';
import type { Finding } from '#viz/findings/finding.ts';
import type { Address } from '#viz/state/address.ts';

interface FindingRowProps {
  readonly finding: Finding;
  readonly to: Address;
  /** The map answers while it is pointed at or has the keyboard. */
  readonly onPoint: (finding: Finding | null) => void;
}

/** A finding: the whole row is one link. */
export function FindingRow({ finding, to, onPoint }: FindingRowProps) {
  return (
    <Link
      className="finding"
      to={to}
      onPointerEnter={() => onPoint(finding)}
      onPointerLeave={() => onPoint(null)}
      onFocus={() => onPoint(finding)}
      onBlur={() => onPoint(null)}
    >
      <span className="said">
        <Sentence pieces={finding.said} />
      </span>
      <span className="evidence">{finding.evidence}</span>
      <span className="arrow" aria-hidden="true">
        →
      </span>
    </Link>
  );
}
