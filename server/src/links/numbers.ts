export const sigmoid = (value: number): number => 1 / (1 + Math.exp(-value))
export const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value))
