import { networkPath } from '#viz/client/records.ts';
import { readJson } from '#viz/client/request.ts';
import { useWork } from '#viz/client/use-work.ts';
import { WorkLine } from '#viz/components/work-line.tsx';
import { pngOfSvg } from '#viz/panels/reports/png-of-svg.ts';
import { keptQuery } from '#viz/state/address.ts';
import { useThemeName } from '#viz/state/theme-choice.ts';
import { type Base } from '#viz/state/shown.ts';
import { saveBlob, saveFile } from '#viz/tables/save-file.ts';

const width = 1600;
const height = 1200;

/** The map as a file: the picture with its key and the line that says what produced it. */
export function PictureExport({ address, network }: Pick<Base, 'address' | 'network'>) {
  const theme = useThemeName();
  const { work, start, cancel } = useWork<string>();
  const save = (kind: 'svg' | 'png') =>
    start(async (signal) => {
      const query = new URLSearchParams({
        ...keptQuery(address.query),
        theme,
        width: String(width),
        height: String(height),
        wait: '30',
      });
      const { svg } = await readJson<{ svg: string }>(
        `${networkPath(address.network)}/map?${query.toString()}`,
        signal,
      );
      const name = `${network.slug}-map.${kind}`;
      if (kind === 'svg') saveFile(name, 'image/svg+xml', svg);
      else saveBlob(name, await pngOfSvg(svg, width, height, 2));
      return name;
    });
  return (
    <>
      <div className="buttons">
        <button type="button" className="button" onClick={() => void save('svg')}>
          Save the map as SVG
        </button>
        <button type="button" className="button" onClick={() => void save('png')}>
          Save the map as PNG
        </button>
      </div>
      <WorkLine work={work} what="The picture" onCancel={cancel} />
      {work.state === 'done' && <p role="status">Saved as {work.value}.</p>}
    </>
  );
}
