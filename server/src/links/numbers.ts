export const sigmoid = (value: number): number => 1 / (1 + Math.exp(-value))
export const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value))

/** Sum of the products of two vectors of one length. */
export function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let d = 0; d < a.length; d += 1) sum += (a[d] as number) * (b[d] as number)
  return sum
}

/** Makes a vector one long, in place; a zero vector stays. */
export function toUnit(vector: Float32Array): Float32Array {
  const length = Math.sqrt(dot(vector, vector))
  if (length > 0) for (let d = 0; d < vector.length; d += 1) vector[d] = (vector[d] as number) / length
  return vector
}
