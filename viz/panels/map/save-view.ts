import type { Spotlight } from '#viz/findings/finding.ts';
import type { MapIndex } from '#viz/findings/map-index.ts';
import { shownNetwork } from '#viz/map/shown-network.ts';
import { shownOrganizationsCsv, shownTiesCsv } from '#viz/map/shown-tables.ts';
import { pngOfSvg } from '#viz/panels/reports/png-of-svg.ts';
import { mapToGexf } from '#viz/render/gexf.ts';
import { sceneToSvg } from '#viz/render/svg.ts';
import type { Camera } from '#viz/scene/camera.ts';
import type { ShownPart } from '#viz/scene/filter-scene.ts';
import type { Scene } from '#viz/scene/scene.ts';
import type { ThemeName } from '#viz/scene/theme.ts';
import { viewPicture } from '#viz/scene/view-picture.ts';
import { saveBlob, saveFile } from '#viz/tables/save-file.ts';

/** What one looks at on a map. */
export interface Looked {
  readonly index: MapIndex;
  /** As on screen, and without its filter. */
  readonly scene: Scene;
  readonly whole: Scene;
  readonly spotlight: Spotlight | null;
  readonly shown: ShownPart | null;
  readonly camera: Camera;
  readonly theme: ThemeName;
  /** What is shown, in lines. */
  readonly said: readonly string[];
}

export type ViewFile = 'svg' | 'png' | 'organizations.csv' | 'ties.csv' | 'gexf';

/** Pixels of a PNG for a pixel of the map on screen. */
const pngScale = 3;

/** Saves what one looks at. Output: the name of the file */
export async function saveView(kind: ViewFile, slug: string, looked: Looked): Promise<string> {
  const { index, scene, whole, spotlight, shown, camera, theme, said } = looked;
  const name = kind.endsWith('.csv') ? `${slug}-map-${kind}` : `${slug}-map.${kind}`;
  const network = shownNetwork(index, spotlight, shown);
  if (kind === 'organizations.csv') saveFile(name, csvType, shownOrganizationsCsv(index, network));
  else if (kind === 'ties.csv') saveFile(name, csvType, shownTiesCsv(index, network));
  else if (kind === 'gexf')
    saveFile(name, 'application/gexf+xml', mapToGexf(index.map, scene, network, { theme, said }));
  else {
    const picture = viewPicture(index.map, scene, whole, { theme, camera, light: spotlight, shown, said });
    const svg = sceneToSvg(picture);
    if (kind === 'svg') saveFile(name, 'image/svg+xml', svg);
    else saveBlob(name, await pngOfSvg(svg, picture.width, picture.height, pngScale));
  }
  return name;
}

const csvType = 'text/csv;charset=utf-8';
