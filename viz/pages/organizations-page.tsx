import { capitalized } from '#analysis/words/capitalized.ts';
import { counted } from '#analysis/words/counted.ts';
import { Link } from '#viz/components/link.tsx';
import { KindsNav } from '#viz/panels/records/kinds-nav.tsx';
import { OrganizationsTable } from '#viz/panels/organizations-table.tsx';
import { pageAddress, type Shown } from '#viz/state/shown.ts';
import { useTitle } from '#viz/state/use-title.ts';

/** All organizations as a table: the accessible way to all that the map shows. */
export function OrganizationsPage(shown: Shown) {
  const { view, address } = shown;
  const { nodes } = view.analysis.receipt;
  useTitle('Organizations', view.name);
  return (
    <main id="main" className="page">
      <KindsNav address={address} />
      <div className="heading">
        <h1>
          {address.query.only === 'alone'
            ? 'Organizations without a tie yet'
            : capitalized(counted(nodes, 'organization'))}
        </h1>
        <Link className="button primary" to={pageAddress(address, 'organizations', 'new')}>
          Add an organization
        </Link>
      </div>
      <div className="below-heading">
        <OrganizationsTable {...shown} />
      </div>
    </main>
  );
}
