import type { ReactNode } from 'react';
import { counted } from '#analysis/words/counted.ts';
import type { BridgeBuilderRow } from '#api/contract/analysis.ts';
import { CategoryMark } from '#viz/components/category-mark.tsx';
import { Link } from '#viz/components/link.tsx';
import { OrganizationLink } from '#viz/components/organization-link.tsx';
import { Sentence } from '#viz/components/sentence.tsx';
import { labelAt } from '#viz/findings/map-index.ts';
import { backupWords, partnersByGroup, whatDependsOnIt, whatItJoins } from '#viz/findings/profile.ts';
import { Receipt } from '#viz/panels/receipt.tsx';
import { pageAddress, type Shown } from '#viz/state/shown.ts';

interface ProfileWordsProps {
  readonly shown: Shown;
  readonly node: number;
  /** Where it is among the first bridge-builders. */
  readonly row: BridgeBuilderRow | undefined;
  /** Beside the name, and after the words: what is recorded, and the ways to change it. */
  readonly actions?: ReactNode;
  readonly recorded?: ReactNode;
}

/** What an organization joins, what depends on it, what would back it up, and who its partners are. */
export function ProfileWords({ shown, node, row, actions, recorded }: ProfileWordsProps) {
  const { view, index, address } = shown;
  const organization = view.analysis.organizations[node];
  const depends = whatDependsOnIt(row);
  const backup = row === undefined ? null : backupWords(view, index, row);
  return (
    <div className="words profile">
      <p className="crumbs">
        <Link to={pageAddress(address, 'findings')}>{view.name}</Link> ›{' '}
        <Link to={pageAddress(address, 'organizations')}>Organizations</Link>
      </p>
      <h1>{labelAt(index, node)}</h1>
      <p className="muted named">
        <CategoryMark category={index.map.nodes[node]?.category ?? -1} />
        {facts(shown, node).join(' · ')}
      </p>
      {actions}
      <section>
        <h2>What it joins</h2>
        <p className="told">
          <Sentence pieces={whatItJoins(index, node)} />
        </p>
        <PartnerDots shown={shown} node={node} />
      </section>
      {depends !== null && (
        <section>
          <h2>What depends on it</h2>
          <p className="told">
            <Sentence pieces={depends} />
          </p>
        </section>
      )}
      {backup !== null && (
        <section>
          <h2>A tie that would back it up</h2>
          <p className="told">
            <Sentence pieces={backup} />
          </p>
        </section>
      )}
      {organization !== undefined && (index.tiesOf[node]?.length ?? 0) > 0 && (
        <Partners shown={shown} node={node} />
      )}
      {recorded}
      <Receipt analysis={view.analysis} />
    </div>
  );
}

function facts({ view, index }: Shown, node: number): readonly string[] {
  const row = view.analysis.organizations[node];
  const { group = -1, bridge = 0 } = index.map.nodes[node] ?? {};
  const named = index.map.groups[group]?.name;
  const shared = row?.collaborations ?? 0;
  return [
    row?.sector ?? 'sector not known',
    named === undefined ? 'in no group of four' : `group ${named}`,
    bridge > 0 ? `bridge-builder, rank ${bridge}` : '',
    shared > 0 ? counted(shared, 'collaboration') : '',
  ].filter((fact) => fact !== '');
}

const mostDots = 12;

/** One disc for each partner, in a row for each group. */
function PartnerDots({ shown: { index }, node }: Pick<ProfileWordsProps, 'shown' | 'node'>) {
  return (
    <ul className="dots">
      {partnersByGroup(index, node).map(({ group, own, partners }) => (
        <li key={group}>
          <span>
            {group}
            {own && <span className="muted"> (its own)</span>}
          </span>
          <span className="discs" aria-hidden="true">
            {partners.slice(0, mostDots).map((partner) => (
              <CategoryMark key={partner} category={index.map.nodes[partner]?.category ?? -1} />
            ))}
            {partners.length > mostDots ? '…' : ''}
          </span>
          <span className="figures">{partners.length}</span>
        </li>
      ))}
    </ul>
  );
}

function Partners({ shown, node }: Pick<ProfileWordsProps, 'shown' | 'node'>) {
  const all = partnersByGroup(shown.index, node).flatMap(({ partners }) => partners);
  return (
    <section>
      <h2>{all.length === 1 ? 'Its partner' : `All ${all.length} partners`}</h2>
      <ul className="partners">
        {all.map((partner) => (
          <li key={partner}>
            <OrganizationLink shown={shown} id={shown.index.map.nodes[partner]?.id ?? ''} marked />
          </li>
        ))}
      </ul>
    </section>
  );
}
