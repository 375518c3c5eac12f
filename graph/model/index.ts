export * from './ids.ts'
export * from './nodes.ts'
export * from './relationships.ts'
export * from './values.ts'
