import { short } from '#viz/scene/path-data.ts';
import { xmlText } from '#viz/render/xml-text.ts';
import type { Picture, Shape, Text } from '#viz/scene/scene.ts';
import type { Face } from '#viz/scene/text-width.ts';

const faces: Readonly<Record<Face, { family: string; weight: number }>> = {
  interRegular: { family: 'Inter, sans-serif', weight: 400 },
  interMedium: { family: 'Inter, sans-serif', weight: 500 },
  interSemibold: { family: 'Inter, sans-serif', weight: 600 },
  serifRegular: { family: "'Source Serif 4', serif", weight: 400 },
  serifSemibold: { family: "'Source Serif 4', serif", weight: 600 },
};

/**
 * A scene as SVG text: paths and real text only, no script, no style, no reference to anything outside. Every string
 * that comes from data is escaped, and characters that XML forbids are left out.
 */
export function sceneToSvg(scene: Picture): string {
  const { width, height, unit } = scene;
  const lines = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${short(width)}${unit}" height="${short(height)}${unit}" viewBox="0 0 ${short(width)} ${short(height)}" role="img">`,
    `<title>${xmlText(scene.title)}</title>`,
    `<desc>${xmlText(scene.description)}</desc>`,
    `<rect width="${short(width)}" height="${short(height)}" fill="${scene.background}"/>`,
  ];
  for (const { name, items, opacity } of scene.layers) {
    const pale = opacity === undefined ? '' : ` opacity="${short(opacity)}"`;
    lines.push(`<g class="${name}" stroke-linejoin="round"${pale}>`);
    for (const item of items) lines.push(item.kind === 'shape' ? shape(item) : text(item));
    lines.push('</g>');
  }
  lines.push('</svg>', '');
  return lines.join('\n');
}

function shape({ d, fill, stroke, strokeWidth, dash, name }: Shape): string {
  const outline = stroke === null ? '' : ` stroke="${stroke}" stroke-width="${short(strokeWidth)}"`;
  const dashes = dash?.map((length) => short(length * strokeWidth)).join(' ');
  const dashed = dashes === undefined ? '' : ` stroke-dasharray="${dashes}" stroke-linecap="round"`;
  const attributes = `d="${d}" fill="${fill ?? 'none'}"${outline}${dashed}`;
  return name === '' ? `<path ${attributes}/>` : `<path ${attributes}><title>${xmlText(name)}</title></path>`;
}

function text(item: Text): string {
  const { family, weight } = faces[item.face];
  const place = `x="${short(item.x)}" y="${short(item.y)}" font-family="${family}" font-weight="${weight}" font-size="${short(item.size)}" text-anchor="${item.anchor}"`;
  const words = xmlText(item.text);
  const plain = `<text ${place} fill="${item.fill}">${words}</text>`;
  if (item.halo === null) return plain;
  const halo = `fill="${item.halo}" stroke="${item.halo}" stroke-width="${short(0.28 * item.size)}"`;
  return `<text ${place} ${halo} aria-hidden="true">${words}</text>\n${plain}`;
}
