import { NodeProgram, type NodeProgramType, type ProgramInfo } from 'sigma/rendering';
import type { NodeDisplayData, RenderParams } from 'sigma/types';
import { floatColor } from 'sigma/utils';
import { channels, type SigmaLook } from '#viz/render/sigma-look.ts';

/** What the marks' program needs of an organization beside place and colour. */
export interface MarkData {
  /** Radius of the mark; `size` is how far everything of it reaches. */
  readonly radius: number;
  /** Radius of the bridge-builder's ring, at the middle of its line; 0: none. */
  readonly ring: number;
  readonly ringWidth: number;
  /** The shape of its category: as markShape has them. */
  readonly shape: number;
  readonly hollow: boolean;
  /** Drawn as if it were not there: it does not pass the filter. */
  readonly faded: boolean;
}

const vertexShader = /* glsl */ `
attribute vec2 a_position;
attribute float a_size;
attribute float a_radius;
attribute vec2 a_ring;
attribute float a_kind;
attribute vec4 a_color;
attribute float a_angle;
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;
uniform float u_pixelRatio;
uniform float u_outline;
varying vec2 v_place;
varying vec2 v_ring;
varying vec4 v_color;
varying float v_kind;
varying float v_pixel;
varying float v_outline;
void main() {
  float unit = 2.0 * u_correctionRatio / u_sizeRatio;
  float reach = a_size + u_sizeRatio;
  vec2 corner = 2.0 * reach * vec2(cos(a_angle), sin(a_angle));
  gl_Position = vec4((u_matrix * vec3(a_position + corner * unit, 1)).xy, 0, 1);
  v_place = vec2(corner.x, -corner.y) / a_radius;
  v_ring = a_ring / a_radius;
  v_color = vec4(a_color.rgb, 1.0);
  v_kind = a_kind;
  v_pixel = u_sizeRatio / (a_radius * u_pixelRatio);
  v_outline = min(u_outline / a_radius, 0.17);
}`;

/** Distances to the shapes of mark-shape.ts, in radii of the mark. */
const fragmentShader = /* glsl */ `
precision highp float;
varying vec2 v_place;
varying vec2 v_ring;
varying vec4 v_color;
varying float v_kind;
varying float v_pixel;
varying float v_outline;
uniform vec3 u_paper;
uniform vec3 u_ink;
uniform vec3 u_edge;
uniform vec3 u_strand;
uniform vec3 u_faint;
uniform float u_grey;
float triangle(vec2 p) {
  return max(p.y - 0.8, dot(vec2(0.8663, -0.4995), vec2(abs(p.x), p.y + 1.42)));
}
float shape(float kind, vec2 p) {
  vec2 q = abs(p);
  if (kind < 0.5) return length(p) - 1.0;
  if (kind < 1.5) return max(q.x, q.y) - 0.886;
  if (kind < 2.5) return triangle(p);
  if (kind < 3.5) return (q.x + q.y - 1.253) * 0.7071;
  if (kind < 4.5) return max(q.y, dot(vec2(0.866, 0.5), q)) - 0.9523;
  if (kind < 5.5) return triangle(vec2(p.x, -p.y));
  if (kind < 6.5) return min(max(q.x - 0.42, q.y - 1.17), max(q.x - 1.17, q.y - 0.42));
  return max(p.y, max(dot(vec2(0.5878, -0.809), vec2(q.x, p.y)), dot(vec2(0.9511, 0.309), vec2(q.x, p.y)))) - 0.9304;
}
float cover(float distance) {
  return clamp(0.5 - distance / v_pixel, 0.0, 1.0);
}
vec4 over(vec4 below, vec3 color, float alpha) {
  return vec4(color * alpha, alpha) + below * (1.0 - alpha);
}
void main() {
  float faded = step(15.5, v_kind);
  float kind = v_kind - 16.0 * faded;
  float hollow = step(7.5, kind);
  kind -= 8.0 * hollow;
  vec4 color = vec4(0.0);
  if (v_ring.x > 0.0 && max(faded, u_grey) < 0.5) {
    float away = length(v_place) - v_ring.x;
    color = over(color, u_paper, cover(away));
    color = over(color, u_ink, cover(abs(away) - 0.5 * v_ring.y));
  }
  float away = shape(kind, v_place);
  if (faded > 0.5) color = over(color, u_faint, cover(length(v_place) - 0.8));
  else if (u_grey > 0.5) color = over(color, u_strand, cover(away));
  else {
    float line = 0.5 * v_outline;
    color = over(color, u_edge, cover(away - line));
    color = over(color, v_color.rgb, cover(away + line));
    if (hollow > 0.5) {
      float inner = 0.55 * shape(kind, v_place / 0.55);
      color = over(color, u_edge, cover(inner - 0.6 * line));
      color = over(color, u_paper, cover(inner + 0.6 * line));
    }
  }
  gl_FragColor = color;
}`;

const uniforms = [
  'u_matrix',
  'u_sizeRatio',
  'u_correctionRatio',
  'u_pixelRatio',
  'u_outline',
  'u_paper',
  'u_ink',
  'u_edge',
  'u_strand',
  'u_faint',
  'u_grey',
] as const;
type Uniform = (typeof uniforms)[number];

const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;

/** Sigma's program for marks: one triangle each, the shape in the fragment; pointing is done by us, so nothing is picked. */
export function marksProgram(look: SigmaLook): NodeProgramType {
  return class Marks extends NodeProgram<Uniform> {
    constructor(
      gl: WebGLRenderingContext,
      _picking: WebGLFramebuffer | null,
      renderer: ConstructorParameters<NodeProgramType>[2],
    ) {
      super(gl, null, renderer);
    }

    override getDefinition() {
      return {
        VERTICES: 3,
        VERTEX_SHADER_SOURCE: vertexShader,
        FRAGMENT_SHADER_SOURCE: fragmentShader,
        METHOD: TRIANGLES,
        UNIFORMS: uniforms,
        ATTRIBUTES: [
          { name: 'a_position', size: 2, type: FLOAT },
          { name: 'a_size', size: 1, type: FLOAT },
          { name: 'a_radius', size: 1, type: FLOAT },
          { name: 'a_ring', size: 2, type: FLOAT },
          { name: 'a_kind', size: 1, type: FLOAT },
          { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
        ],
        CONSTANT_ATTRIBUTES: [{ name: 'a_angle', size: 1, type: FLOAT }],
        CONSTANT_DATA: [[0], [(2 * Math.PI) / 3], [(4 * Math.PI) / 3]],
      };
    }

    override processVisibleItem(_node: number, start: number, data: NodeDisplayData & Partial<MarkData>) {
      const { array } = this;
      const { radius = data.size, ring = 0, ringWidth = 0, shape = 0, hollow = false, faded = false } = data;
      array[start] = data.x;
      array[start + 1] = data.y;
      array[start + 2] = data.size;
      array[start + 3] = radius;
      array[start + 4] = ring;
      array[start + 5] = ringWidth;
      array[start + 6] = shape + (hollow ? 8 : 0) + (faded ? 16 : 0);
      array[start + 7] = floatColor(data.color);
    }

    override setUniforms(
      { matrix, sizeRatio, correctionRatio, pixelRatio }: RenderParams,
      { gl, uniformLocations }: ProgramInfo<Uniform>,
    ) {
      const { theme, grey, outline } = look;
      gl.uniformMatrix3fv(uniformLocations.u_matrix, false, matrix);
      gl.uniform1f(uniformLocations.u_sizeRatio, sizeRatio);
      gl.uniform1f(uniformLocations.u_correctionRatio, correctionRatio);
      gl.uniform1f(uniformLocations.u_pixelRatio, pixelRatio);
      gl.uniform1f(uniformLocations.u_outline, outline);
      gl.uniform1f(uniformLocations.u_grey, grey);
      gl.uniform3f(uniformLocations.u_paper, ...channels(theme.paper));
      gl.uniform3f(uniformLocations.u_ink, ...channels(theme.ink));
      gl.uniform3f(uniformLocations.u_edge, ...channels(theme.outline));
      gl.uniform3f(uniformLocations.u_strand, ...channels(theme.strand));
      gl.uniform3f(uniformLocations.u_faint, ...channels(theme.line));
    }
  };
}
