import { Link } from '#viz/components/link.tsx';
import { DataExport } from '#viz/panels/reports/data-export.tsx';
import { PictureExport } from '#viz/panels/reports/picture-export.tsx';
import { ReportForm } from '#viz/panels/reports/report-form.tsx';
import { withQuery } from '#viz/state/address.ts';
import { type Base, pageAddress } from '#viz/state/shown.ts';
import { useTitle } from '#viz/state/use-title.ts';

/** What can be taken away from here: the report, the map, the data. */
export function ReportsPage(base: Base) {
  const { address, network } = base;
  const { lens, groups } = address.query;
  useTitle('Reports', network.name);
  return (
    <main id="main" className="page ready">
      <h1>What would you like to take with you?</h1>
      <p className="lead">
        Each file says on its last line or page what produced it, so that whoever gets it can make the same
        again.
      </p>
      {(lens !== undefined || groups !== undefined) && (
        <p className="kept">
          Report and map are of what is chosen now: {groups === undefined ? '' : `groups by ${groups}`}
          {lens !== undefined && groups !== undefined ? ', ' : ''}
          {lens === undefined ? '' : 'some ties and organizations only'}.{' '}
          <Link to={withQuery(address, { lens: null, groups: null })}>Take all</Link>
        </p>
      )}
      <div className="columns">
        <section>
          <h2>A partnership report</h2>
          <p className="muted">The findings with their evidence, for a board or a funder.</p>
          <ReportForm {...base} />
        </section>
        <section>
          <h2>The map</h2>
          <p className="muted">
            The whole network with its key, in the colours on screen. A focus, a filter or a part seen from
            near is saved where one sees it, with “Save” above{' '}
            <Link to={pageAddress(address, 'map')}>the map</Link>.
          </p>
          <PictureExport {...base} />
        </section>
        <section>
          <h2>The data</h2>
          <p className="muted">All records of the network, whatever is chosen.</p>
          <DataExport {...base} />
        </section>
      </div>
    </main>
  );
}
