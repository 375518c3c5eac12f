/**
 * Lines for sigma: straight, of an even width on the screen, solid or dashed. Sigma's own knows no dashes, and draws every
 * line a second time for picking, which nothing here asks for.
 */
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from 'sigma/types'
import { EdgeProgram, type ProgramInfo } from 'sigma/rendering'
import { floatColor } from 'sigma/utils'

const VERTEX = /* glsl */ `
attribute vec2 a_start;
attribute vec2 a_end;
attribute vec4 a_color;
attribute float a_dashed;
attribute vec2 a_corner;
uniform mat3 u_matrix;
uniform vec2 u_viewport;
uniform float u_width;
varying vec4 v_color;
varying float v_along;
varying float v_across;
varying float v_dashed;
void main() {
  vec2 a = ((u_matrix * vec3(a_start, 1.0)).xy) * u_viewport * 0.5;
  vec2 b = ((u_matrix * vec3(a_end, 1.0)).xy) * u_viewport * 0.5;
  vec2 line = b - a;
  float length_px = max(length(line), 0.0001);
  vec2 normal = vec2(-line.y, line.x) / length_px;
  vec2 point = mix(a, b, a_corner.x) + normal * a_corner.y * (u_width * 0.5 + 1.0);
  gl_Position = vec4(point / (u_viewport * 0.5), 0.0, 1.0);
  v_along = a_corner.x * length_px;
  v_across = a_corner.y * (u_width * 0.5 + 1.0);
  v_dashed = a_dashed;
  v_color = a_color;
  v_color.a *= 255.0 / 254.0;
}
`
const FRAGMENT = /* glsl */ `
precision highp float;
varying vec4 v_color;
varying float v_along;
varying float v_across;
varying float v_dashed;
uniform float u_width;
uniform float u_dash;
void main() {
  float cover = clamp(u_width * 0.5 + 0.5 - abs(v_across), 0.0, 1.0);
  if (v_dashed > 0.5 && mod(v_along, u_dash * 7.0) > u_dash * 4.0) discard;
  gl_FragColor = mix(vec4(0.0), v_color, cover);
}
`
const UNIFORMS = ['u_matrix', 'u_viewport', 'u_width', 'u_dash'] as const

export class LineProgram extends EdgeProgram<(typeof UNIFORMS)[number]> {
  override getDefinition() {
    const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext
    return {
      VERTICES: 6,
      VERTEX_SHADER_SOURCE: VERTEX,
      FRAGMENT_SHADER_SOURCE: FRAGMENT,
      METHOD: TRIANGLES,
      UNIFORMS,
      ATTRIBUTES: [
        { name: 'a_start', size: 2, type: FLOAT },
        { name: 'a_end', size: 2, type: FLOAT },
        { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_dashed', size: 1, type: FLOAT },
      ],
      // Corners of the line's box: along it 0 to 1, across it -1 to 1.
      CONSTANT_ATTRIBUTES: [{ name: 'a_corner', size: 2, type: FLOAT }],
      CONSTANT_DATA: [
        [0, 1],
        [0, -1],
        [1, 1],
        [1, 1],
        [0, -1],
        [1, -1],
      ],
    }
  }

  override processVisibleItem(
    _index: number,
    start: number,
    source: NodeDisplayData,
    target: NodeDisplayData,
    data: EdgeDisplayData & { dashed?: boolean },
  ): void {
    this.array.set(
      [source.x, source.y, target.x, target.y, floatColor(data.color), data.dashed === true ? 1 : 0],
      start,
    )
  }

  override setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo): void {
    gl.uniformMatrix3fv(uniformLocations['u_matrix'] ?? null, false, params.matrix)
    gl.uniform2f(
      uniformLocations['u_viewport'] ?? null,
      params.width * params.pixelRatio,
      params.height * params.pixelRatio,
    )
    gl.uniform1f(uniformLocations['u_width'] ?? null, 1.1 * params.pixelRatio)
    gl.uniform1f(uniformLocations['u_dash'] ?? null, params.pixelRatio)
  }

  /** Without picking: no line is asked for by its place. */
  override render(params: RenderParams): void {
    const picking = this.pickProgram
    this.pickProgram = null
    super.render(params)
    this.pickProgram = picking
  }
}
