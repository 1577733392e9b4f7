import { Link } from '#viz/components/link.tsx';
import type { PageName } from '#viz/state/address.ts';
import { type NetworkAddress, pageAddress } from '#viz/state/shown.ts';
import type { Names } from '#viz/panels/records/use-records.ts';

interface RecordLinkProps {
  readonly address: NetworkAddress;
  readonly names: Names;
  readonly id: string;
}

/** A record by its name, leading to its page; a person carries a hollow square. */
export function RecordLink({ address, names, id }: RecordLinkProps) {
  const known = names.known(id);
  if (known === undefined) return <span className="muted">{id}</span>;
  const link = <Link to={pageAddress(address, known.collection as PageName, id)}>{known.name}</Link>;
  if (known.collection !== 'people') return link;
  return (
    <span className="person">
      <span className="square" aria-hidden="true" /> {link}
    </span>
  );
}
