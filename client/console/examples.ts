/** Questions to begin with, from each kind of user: the files of docs/examples, in their order; tests ask every one. */
import { parseExample, type Example } from '../../docs/examples/example.ts'

export type { Example } from '../../docs/examples/example.ts'

const files = import.meta.glob<string>('../../docs/examples/*.graphql', {
  query: '?raw',
  import: 'default',
  eager: true,
})

export const EXAMPLES: readonly Example[] = Object.entries(files)
  .sort(([a], [b]) => a.localeCompare(b))
  .map(([file, text]) => parseExample(text, file))
