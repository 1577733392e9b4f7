import { CategoryMark } from '#viz/components/category-mark.tsx';
import { Link } from '#viz/components/link.tsx';
import { nodeAt } from '#viz/findings/map-index.ts';
import { organizationAddress, type Shown } from '#viz/state/shown.ts';

interface OrganizationLinkProps {
  readonly shown: Pick<Shown, 'index' | 'address'>;
  readonly id: string;
  readonly marked?: boolean;
}

/** An organization by name, with its sector's mark; leads to its profile. */
export function OrganizationLink({ shown: { index, address }, id, marked = false }: OrganizationLinkProps) {
  const node = index.map.nodes[nodeAt(index, id)];
  const link = <Link to={organizationAddress(address, id)}>{node?.label ?? id}</Link>;
  if (!marked) return link;
  return (
    <span className="named">
      <CategoryMark category={node?.category ?? -1} /> {link}
    </span>
  );
}
