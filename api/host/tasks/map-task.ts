import type { Analysis } from '#api/contract/analysis.ts';
import type { TaskContext } from '#api/host/job.ts';
import { drawnNetwork, type DrawInput, type DrawOutput } from '#api/host/tasks/draw-network.ts';
import { mapInput } from '#api/services/map-input.ts';
import type { LoadedNetwork } from '#api/services/loaded-network.ts';
import { mapAnswers } from '#viz/findings/map-answers.ts';
import { canPrint } from '#viz/report/printable/can-print.ts';
import { printableMap } from '#viz/report/printable/printable-map.ts';
import type { Substitute } from '#viz/report/printable/substitutes.ts';
import { svgToPng } from '#api/services/render-png.ts';
import { sceneToSvg } from '#viz/render/svg.ts';
import { drawMap } from '#viz/scene/draw-map.ts';
import type { MapInput } from '#viz/scene/picture.ts';

export interface MapTaskInput extends DrawInput {
  readonly kind: 'svg' | 'png';
  readonly width: number;
  readonly height: number;
  readonly theme: 'light' | 'dark';
}

/** What the map is drawn from. */
export const mapMeasures = 'degree,betweenness,communities,silos,bridgeBuilders,participation';

export async function mapTask(input: MapTaskInput, context: TaskContext): Promise<DrawOutput> {
  const {
    network,
    analysis,
    name: title,
    words,
  } = await drawnNetwork(input, `${mapMeasures},sectorPairs`, context);
  context.progress('draw', 0);
  const recorded = mapInput(analysis, network.lensed, { title, words });
  // A page that shows SVG has fonts of its own; a PNG has those that Weft ships.
  const drawn =
    input.kind === 'png' ? printableMap(recorded, aliasesIn(network)) : { map: recorded, substitutes: [] };
  const scene = drawMap(withAnswers(drawn.map, analysis, input.kind), {
    width: input.width,
    height: input.height,
    unit: 'px',
    seed: input.seed,
    theme: input.theme,
    view: 'far',
    heading: true,
  });
  const svg = sceneToSvg(scene);
  const notes = [...analysis.notes, ...drawn.substitutes.slice(0, mostNotes).map(substituteNote)];
  const bytes =
    input.kind === 'svg' ? new TextEncoder().encode(svg) : svgToPng(svg, { width: input.width * 2 });
  return { bytes, notes };
}

/** A sector whose name the shipped fonts lack is not told of on a PNG. */
function withAnswers(map: MapInput, analysis: Analysis, kind: MapTaskInput['kind']): MapInput {
  const pairs = analysis.sectorPairs ?? [];
  const sectorPairs = kind === 'svg' ? pairs : pairs.filter(({ sentence }) => canPrint(sentence));
  return { ...map, words: { ...map.words, answers: mapAnswers({ ...analysis, sectorPairs }, map) } };
}

const mostNotes = 50;

function substituteNote({ original, printed }: Substitute): { message: string } {
  return { message: `The fonts of the picture lack letters of “${original}”; it is drawn as “${printed}”.` };
}

function aliasesIn({ data }: LoadedNetwork): (id: string) => readonly string[] {
  const aliases = new Map(data.organizations.map((one) => [one.id, one.aliases ?? []]));
  return (id) => aliases.get(id) ?? [];
}
