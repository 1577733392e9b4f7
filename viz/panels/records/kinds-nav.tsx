import { capitalized } from '#analysis/words/capitalized.ts';
import { Link } from '#viz/components/link.tsx';
import { recordKinds } from '#viz/panels/records/record-kind.ts';
import { type NetworkAddress, pageAddress } from '#viz/state/shown.ts';

/** The lists of records, side by side. */
export function KindsNav({ address }: { readonly address: NetworkAddress }) {
  return (
    <nav className="kinds" aria-label="Records">
      <ul>
        {recordKinds.map(({ kind, collection, many }) => (
          <li key={kind}>
            <Link
              to={pageAddress(address, collection)}
              aria-current={address.page === collection ? 'page' : undefined}
            >
              {capitalized(many)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
