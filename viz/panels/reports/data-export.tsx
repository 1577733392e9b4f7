import { useState } from 'react';
import { networkPath } from '#viz/client/records.ts';
import { answered } from '#viz/client/request.ts';
import { useWork } from '#viz/client/use-work.ts';
import { WorkLine } from '#viz/components/work-line.tsx';
import type { Base } from '#viz/state/shown.ts';
import { saveBlob } from '#viz/tables/save-file.ts';

const formats = [
  [
    'csv-spreadsheets',
    'CSV tables',
    'one table a kind of record, for spreadsheets: no text runs as a formula',
  ],
  ['csv', 'CSV as it is', 'the same tables without a mark before formulas, to be given back to Weft'],
  ['gexf', 'GEXF', 'for Gephi'],
  ['weft', 'Weft JSON', 'everything, with its history; the one to keep'],
] as const;

interface Saved {
  readonly name: string;
  /** What the format cannot hold. */
  readonly losses: readonly { readonly what: string; readonly count: number }[];
}

/** The whole network as a file, with what the format cannot hold said. */
export function DataExport({ address, network }: Pick<Base, 'address' | 'network'>) {
  const [format, setFormat] = useState<(typeof formats)[number][0]>('csv-spreadsheets');
  const { work, start, cancel } = useWork<Saved>();
  const save = () =>
    start(async (signal) => {
      const response = await exported(`${networkPath(address.network)}/exports/${format}?wait=30`, signal);
      const disposition = response.headers.get('content-disposition') ?? '';
      const name = /filename="([^"]+)"/u.exec(disposition)?.[1] ?? `${network.slug}.${format}`;
      const losses = JSON.parse(
        decodeURIComponent(response.headers.get('weft-losses') ?? '%5B%5D'),
      ) as Saved['losses'];
      saveBlob(name, await response.blob());
      return { name, losses };
    });
  return (
    <div className="narrow-form">
      <fieldset className="field">
        <legend>As</legend>
        {formats.map(([id, label, hint]) => (
          <label key={id} className="choice">
            <input type="radio" name="data-format" checked={format === id} onChange={() => setFormat(id)} />{' '}
            {label}
            <span className="muted"> – {hint}</span>
          </label>
        ))}
      </fieldset>
      <div className="buttons">
        <button
          type="button"
          className="button"
          disabled={work.state === 'working'}
          onClick={() => void save()}
        >
          Save the network
        </button>
      </div>
      <WorkLine work={work} what="The file" onCancel={cancel} />
      {work.state === 'done' && (
        <div role="status">
          <p>Saved as {work.value.name}.</p>
          {work.value.losses.length > 0 && (
            <>
              <p>What this format cannot hold:</p>
              <ul className="plain">
                {work.value.losses.map(({ what, count }) => (
                  <li key={what}>
                    {what}: <span className="figures">{count}</span>
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
      )}
    </div>
  );
}

/** A file of the API; while a job makes it (202) it is asked for again. */
async function exported(path: string, signal: AbortSignal): Promise<Response> {
  for (;;) {
    const response = await answered(path, { method: 'GET', signal, headers: { accept: '*/*' } });
    if (response.status !== 202) return response;
    await response.body?.cancel();
  }
}
