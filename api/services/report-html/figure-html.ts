import type { HtmlContext } from '#api/services/report-html/html-context.ts';
import { escape, prose } from '#api/services/report-html/escape.ts';
import { drawingShapes } from '#viz/report/drawing-shapes.ts';
import type { Drawing } from '#viz/report/drawing.ts';
import type { FigureBlock } from '#viz/report/report-document.ts';
import { sceneToSvg } from '#viz/render/svg.ts';
import type { Scene } from '#viz/scene/scene.ts';

/** A figure as inline SVG with its caption; on a small screen it scrolls sideways rather than shrink its letters. */
export function figureHtml(block: FigureBlock, { map }: HtmlContext): string {
  const scene = block.figure === 'map' ? map : sceneOf(block.figure, block.description);
  const caption = block.caption
    .map((span) => (typeof span === 'string' ? prose(span) : `<strong>${prose(span.text)}</strong>`))
    .join('');
  const sized = sceneToSvg(scene).replace(/<svg xmlns="[^"]*" width="[^"]*" height="[^"]*"/u, '<svg');
  const least = Math.round(scene.width * (scene.unit === 'mm' ? 3.4 : 0.62));
  return `<figure id="${escape(block.id)}"><div class="scroll" role="region" tabindex="0" aria-label="${escape(block.id)}"><div style="min-width:${least}px">${sized}</div></div><figcaption>${caption}</figcaption></figure>`;
}

function sceneOf(drawing: Drawing, description: string): Scene {
  return {
    width: drawing.width,
    height: drawing.height,
    unit: 'mm',
    title: '',
    description,
    background: 'none',
    layers: [{ name: 'marks', items: drawingShapes(drawing) }],
    places: nowhere,
  };
}

const nowhere: Scene['places'] = {
  x: new Float64Array(0),
  y: new Float64Array(0),
  radius: new Float64Array(0),
  reach: new Float64Array(0),
  groups: [],
  strands: [],
  labels: [],
  titles: [],
  ties: [],
};
