import { Link } from '#viz/components/link.tsx';
import { type Base, pageAddress } from '#viz/state/shown.ts';
import { useTitle } from '#viz/state/use-title.ts';

/** A network without an organization: what to begin with. */
export function EmptyPage({ address, network }: Base) {
  useTitle(network.name);
  return (
    <main id="main" className="page ready">
      <div className="state">
        <h1>Who works with whom in {network.name}?</h1>
        <p className="lead">
          Nothing is recorded yet. Bring a list of organizations and their ties, or enter them one by one; the
          findings and the map follow by themselves.
        </p>
        <p className="buttons">
          <Link className="button primary" to={pageAddress(address, 'data')}>
            Import files or a table
          </Link>
          <Link className="button" to={pageAddress(address, 'organizations', 'new')}>
            Add an organization
          </Link>
        </p>
      </div>
    </main>
  );
}
