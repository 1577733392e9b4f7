import { EdgeProgram, type EdgeProgramType, type ProgramInfo } from 'sigma/rendering';
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from 'sigma/types';
import { channels, type SigmaLook } from '#viz/render/sigma-look.ts';
import { stepBack } from '#viz/scene/grey-layers.ts';

const vertexShader = /* glsl */ `
attribute vec2 a_from;
attribute vec2 a_to;
attribute float a_width;
attribute vec2 a_corner;
uniform mat3 u_matrix;
uniform float u_correctionRatio;
uniform float u_pixelRatio;
varying float v_aside;
varying float v_width;
void main() {
  vec2 way = a_to - a_from;
  float far = max(length(way), 1e-9);
  vec2 normal = vec2(-way.y, way.x) / far;
  float half_ = 0.5 * a_width + 1.0 / u_pixelRatio;
  vec2 place = mix(a_from, a_to, a_corner.x) + normal * a_corner.y * half_ * 2.0 * u_correctionRatio;
  gl_Position = vec4((u_matrix * vec3(place, 1)).xy, 0, 1);
  v_aside = a_corner.y * half_ * u_pixelRatio;
  v_width = a_width * u_pixelRatio;
}`;

/** Widths are in pixels of the screen at every zoom; what is thinner than a pixel is paler instead. Premultiplied. */
const fragmentShader = /* glsl */ `
precision highp float;
varying float v_aside;
varying float v_width;
uniform vec3 u_color;
uniform float u_alpha;
void main() {
  float alpha = u_alpha * clamp(0.5 * v_width + 0.5 - abs(v_aside), 0.0, min(1.0, v_width));
  gl_FragColor = vec4(u_color * alpha, alpha);
}`;

const uniforms = ['u_matrix', 'u_correctionRatio', 'u_pixelRatio', 'u_color', 'u_alpha'] as const;
type Uniform = (typeof uniforms)[number];

const { FLOAT, TRIANGLES } = WebGLRenderingContext;

/** Sigma's program for ties: straight lines in the one colour of ties. */
export function tiesProgram(look: SigmaLook): EdgeProgramType {
  return class Ties extends EdgeProgram<Uniform> {
    override getDefinition() {
      return {
        VERTICES: 6,
        VERTEX_SHADER_SOURCE: vertexShader,
        FRAGMENT_SHADER_SOURCE: fragmentShader,
        METHOD: TRIANGLES,
        UNIFORMS: uniforms,
        ATTRIBUTES: [
          { name: 'a_from', size: 2, type: FLOAT },
          { name: 'a_to', size: 2, type: FLOAT },
          { name: 'a_width', size: 1, type: FLOAT },
        ],
        CONSTANT_ATTRIBUTES: [{ name: 'a_corner', size: 2, type: FLOAT }],
        CONSTANT_DATA: [
          [0, 1],
          [0, -1],
          [1, 1],
          [1, 1],
          [0, -1],
          [1, -1],
        ],
      };
    }

    override processVisibleItem(
      _tie: number,
      start: number,
      from: NodeDisplayData,
      to: NodeDisplayData,
      data: EdgeDisplayData,
    ) {
      const { array } = this;
      array[start] = from.x;
      array[start + 1] = from.y;
      array[start + 2] = to.x;
      array[start + 3] = to.y;
      array[start + 4] = data.size;
    }

    override setUniforms(
      { matrix, correctionRatio, pixelRatio }: RenderParams,
      { gl, uniformLocations }: ProgramInfo<Uniform>,
    ) {
      gl.uniformMatrix3fv(uniformLocations.u_matrix, false, matrix);
      gl.uniform1f(uniformLocations.u_correctionRatio, correctionRatio);
      gl.uniform1f(uniformLocations.u_pixelRatio, pixelRatio);
      gl.uniform3f(uniformLocations.u_color, ...channels(look.theme.tie));
      gl.uniform1f(uniformLocations.u_alpha, look.grey === 1 ? stepBack.ties : 1);
    }
  };
}
