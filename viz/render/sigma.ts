import Graph from 'graphology';
import Sigma from 'sigma';
import { clear, paint, readyItems, type Ready } from '#viz/render/canvas.ts';
import type { Drawing, MapRenderer } from '#viz/render/map-renderer.ts';
import { mapGraph } from '#viz/render/map-graph.ts';
import type { SigmaLook } from '#viz/render/sigma-look.ts';
import { marksProgram } from '#viz/render/sigma-marks.ts';
import { tiesProgram } from '#viz/render/sigma-ties.ts';
import { type Camera, wholePicture } from '#viz/scene/camera.ts';
import { stepBack } from '#viz/scene/grey-layers.ts';
import type { Layer, Scene } from '#viz/scene/scene.ts';
import { styleOf } from '#viz/scene/style.ts';

/**
 * The scene by WebGL: hulls and strands on a canvas below, ties and marks by Sigma, what is lit on a canvas above. The
 * only module that knows Sigma. A hover, a light or a new camera costs one frame and never reads the graph anew.
 *
 * Input    an empty element with the picture's proportions; lost: told when the browser takes WebGL away
 * Errors   throws where WebGL is missing: probe first (hasWebgl)
 */
export function sigmaMap(container: HTMLElement, first: Drawing, lost: () => void): MapRenderer {
  const ground = canvasIn(container, 'ground');
  const middle = document.createElement('div');
  middle.className = 'marks';
  container.append(middle);
  const above = canvasIn(container, 'above');
  const state: State = {
    drawing: first,
    camera: wholePicture,
    below: readyGround(first.scene),
    lit: null,
    pointed: [],
    blank: true,
  };
  const look = lookOf(first);
  const renderer = startSigma(middle, first, look);
  const refit = () => [ground, above].forEach((context) => fit(context, container));
  const paintCanvases = () => {
    paintBelow(ground, state);
    paintAbove(above, state);
  };
  renderer.on('afterRender', paintCanvases);
  refit();
  // Sigma paints once as it is made, before anybody listens.
  paintCanvases();
  const resized = new ResizeObserver(() => (refit(), renderer.scheduleRender()));
  resized.observe(container);
  const unwatch = watchLoss(middle, lost);

  return {
    show: (drawing) => {
      if (drawing === state.drawing) return;
      state.drawing = drawing;
      state.below = readyGround(drawing.scene);
      Object.assign(look, lookOf(drawing), { grey: look.grey });
      renderer.setCustomBBox(boxOf(drawing.scene));
      renderer.setGraph(mapGraph(drawing, new Graph({ type: 'undirected', multi: false })));
    },
    light: (shapes) => {
      state.lit = shapes && readyItems(shapes);
      look.grey = shapes === null ? 0 : 1;
      renderer.scheduleRender();
    },
    point: (shapes) => {
      if (shapes.length === 0 && state.pointed.length === 0) return;
      state.pointed = readyItems(shapes);
      renderer.scheduleRender();
    },
    look: (camera) => {
      state.camera = camera;
      renderer.getCamera().setState(sigmaCamera(camera, state.drawing.scene));
    },
    kill: () => {
      unwatch();
      resized.disconnect();
      renderer.kill();
      container.replaceChildren();
    },
  };
}

function watchLoss(middle: HTMLElement, lost: () => void): () => void {
  const watch = new AbortController();
  for (const canvas of middle.querySelectorAll('canvas'))
    canvas.addEventListener('webglcontextlost', lost, { signal: watch.signal });
  return () => watch.abort();
}

/** What lies below ties and marks, from below. */
interface Ground {
  /** Step back while something is lit. */
  readonly strands: readonly Ready[];
  readonly rest: readonly Ready[];
}

interface State {
  drawing: Drawing;
  camera: Camera;
  below: Ground;
  lit: readonly Ready[] | null;
  pointed: readonly Ready[];
  /** Nothing is on the upper canvas. */
  blank: boolean;
}

function paintBelow(context: CanvasRenderingContext2D, { drawing, camera, below, lit }: State): void {
  clear(context);
  const at = { camera, picture: drawing.scene };
  paint(context, { ...at, items: below.strands, alpha: lit === null ? 1 : stepBack.strands });
  paint(context, { ...at, items: below.rest });
}

function paintAbove(context: CanvasRenderingContext2D, state: State): void {
  const { drawing, camera, lit, pointed } = state;
  const blank = lit === null && pointed.length === 0;
  if (blank && state.blank) return;
  state.blank = blank;
  clear(context);
  const at = { camera, picture: drawing.scene };
  if (lit !== null) paint(context, { ...at, items: lit });
  paint(context, { ...at, items: pointed });
}

function startSigma(middle: HTMLElement, drawing: Drawing, look: SigmaLook): Sigma {
  const graph = mapGraph(drawing, new Graph({ type: 'undirected', multi: false }));
  const renderer = new Sigma(graph, middle, {
    allowInvalidContainer: true,
    stagePadding: 0,
    // Sizes are lengths of the picture, as its places are.
    itemSizesReference: 'positions',
    zoomToSizeRatioFunction: (ratio) => ratio,
    renderLabels: false,
    defaultNodeType: 'mark',
    defaultEdgeType: 'tie',
    nodeProgramClasses: { mark: marksProgram(look) },
    edgeProgramClasses: { tie: tiesProgram(look) },
  });
  // Gestures are the page's own: the same for both renderers, and for the keyboard.
  renderer.getMouseCaptor().enabled = false;
  renderer.getTouchCaptor().enabled = false;
  renderer.setCustomBBox(boxOf(drawing.scene));
  renderer.refresh();
  return renderer;
}

function lookOf({ input, scene, theme }: Drawing): SigmaLook {
  const style = styleOf(scene, theme, input.groups.length);
  return { theme: style.theme, grey: 0, outline: 0.22 * style.mm };
}

const boxOf = ({ width, height }: Scene) => ({
  x: [0, width] as [number, number],
  y: [0, height] as [number, number],
});

/** Our camera → Sigma's: places as shares of the longer side, y upwards, enlarging as a ratio below 1. */
function sigmaCamera({ x, y, zoom }: Camera, { width, height }: Scene) {
  const longer = Math.max(width, height);
  return {
    x: 0.5 + ((x - 0.5) * width) / longer,
    y: 0.5 - ((y - 0.5) * height) / longer,
    ratio: 1 / zoom,
    angle: 0,
  };
}

function readyGround({ layers }: Scene): Ground {
  const of = (...names: readonly Layer['name'][]) =>
    readyItems(layers.filter(({ name }) => names.includes(name)).flatMap(({ items }) => items));
  return { strands: of('strands'), rest: of('hulls', 'tray') };
}

function canvasIn(container: HTMLElement, name: string): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas');
  canvas.className = name;
  container.append(canvas);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('The browser gives no canvas.');
  return context;
}

/** The canvas at the resolution of the screen; not in a frame, since to ask for a size makes the page lay itself out. */
function fit({ canvas }: CanvasRenderingContext2D, { clientWidth, clientHeight }: HTMLElement): void {
  canvas.width = Math.max(1, Math.round(clientWidth * devicePixelRatio));
  canvas.height = Math.max(1, Math.round(clientHeight * devicePixelRatio));
}
