import { useMemo, useState } from 'react';
import { thousands } from '#analysis/words/number-words.ts';
import { Link } from '#viz/components/link.tsx';
import { allFindings, findingsFirst } from '#viz/findings/all-findings.ts';
import type { Finding } from '#viz/findings/finding.ts';
import { pageHeading, pageLead } from '#viz/findings/page-heading.ts';
import { FindingRow } from '#viz/panels/finding-row.tsx';
import { Holders } from '#viz/panels/holders.tsx';
import { MapPanel } from '#viz/panels/map/map-panel.tsx';
import { OrganizationsTable } from '#viz/panels/organizations-table.tsx';
import { Receipt } from '#viz/panels/receipt.tsx';
import { withQuery } from '#viz/state/address.ts';
import { goTo } from '#viz/state/navigation.ts';
import { organizationAddress, pageAddress, type Shown } from '#viz/state/shown.ts';
import { useMedia } from '#viz/state/use-media.ts';
import { useTitle } from '#viz/state/use-title.ts';

/** The first page: what was found, in sentences that lead to their views; the map answers beside them. */
export function FindingsPage(shown: Shown) {
  const { view, index, address } = shown;
  const findings = useMemo(() => allFindings(view, index), [view, index]);
  const [pointed, setPointed] = useState<Finding | null>(null);
  useTitle(view.name);
  const kept = findings.find(({ id }) => id === address.query.finding) ?? null;
  const table = address.query.view === 'table';
  const narrow = useMedia('(max-width: 700px)');
  const clear = () => {
    setPointed(null);
    goTo(withQuery(address, { finding: null }));
  };
  return (
    <main id="main" className="beside">
      <Words shown={shown} findings={findings} onPoint={setPointed} />
      {!narrow && (
        <section className="view" aria-label={table ? 'All organizations as a table' : 'Map'}>
          {table ? (
            <OrganizationsTable {...shown} tools={<ViewSegment shown={shown} table />} />
          ) : (
            <MapPanel
              index={index}
              address={address}
              spotlight={(pointed ?? kept)?.spotlight ?? null}
              caption="Who works with whom."
              tools={<ViewSegment shown={shown} table={false} />}
              onChoose={(node) => goTo(organizationAddress(address, index.map.nodes[node]?.id ?? ''))}
              onClear={clear}
            />
          )}
        </section>
      )}
    </main>
  );
}

interface WordsProps {
  readonly shown: Shown;
  readonly findings: readonly Finding[];
  readonly onPoint: (finding: Finding | null) => void;
}

function Words({ shown, findings, onPoint }: WordsProps) {
  const { view, address } = shown;
  const all = address.query.all === '1';
  const listed = all ? findings : findings.slice(0, findingsFirst);
  return (
    <div className="words">
      <h1>{pageHeading(view.analysis, view.map)}</h1>
      <p className="muted">
        {pageLead(view.analysis)} <Link to={pageAddress(address, 'settings')}>Change what counts</Link>
      </p>
      {findings.length === 0 && <p className="lead">{nothingFound(view.analysis.receipt.ties)}</p>}
      <ol className="findings">
        {listed.map((finding) => (
          <li key={finding.id}>
            <FindingRow
              finding={finding}
              to={pageAddress(address, finding.page, finding.pageId, finding.query)}
              onPoint={onPoint}
            />
          </li>
        ))}
      </ol>
      <div className="after">
        {findings.length > findingsFirst && (
          <Link to={withQuery(address, { all: all ? null : '1' })}>
            {all ? 'The first five' : `All ${findings.length} findings`}
          </Link>
        )}
        <Link to={pageAddress(address, 'organizations')}>
          All {thousands(view.analysis.receipt.nodes)} organizations
        </Link>
        <Link to={pageAddress(address, 'reports')}>Write a partnership report</Link>
      </div>
      <Holders {...shown} />
      <Receipt analysis={view.analysis} />
      <div className="dock">
        <Link className="button primary" to={pageAddress(address, 'map')}>
          Show the map
        </Link>
        <Link className="button" to={pageAddress(address, 'organizations')}>
          Organizations
        </Link>
      </div>
    </div>
  );
}

function ViewSegment({ shown: { address }, table }: { readonly shown: Shown; readonly table: boolean }) {
  return (
    <div className="segment" role="group" aria-label="Show as">
      <Link to={withQuery(address, { view: null })} aria-current={table ? undefined : 'true'}>
        Map
      </Link>
      <Link
        to={withQuery(address, { view: 'table', camera: null })}
        aria-current={table ? 'true' : undefined}
      >
        Table
      </Link>
    </div>
  );
}

function nothingFound(ties: number): string {
  return ties === 0
    ? 'As soon as ties are recorded, this page says who holds the groups together, which groups keep to themselves, and who has not met.'
    : 'Nothing stands out: no group keeps to itself, nothing depends on a single organization, and no pair of sectors meets less than chance would give.';
}
