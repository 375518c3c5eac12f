/** Counts of recommendations by two fields. */
import type { RootRule } from '../../cypher/roots.ts'
import type { MatrixAxis } from '../../generated/resolvers.ts'
import { baseOf } from './connection.ts'
import { plain } from './facet-filters.ts'
import { composeCells, composeFacet } from './facets.ts'
import type { Filter } from './filter.ts'

/** Values of an axis that are shown at most. */
const MAX_VALUES = 1_000

export const matrix: RootRule = ({ composer, field }) => {
  const { rows, columns, filter } = field.args as { rows: MatrixAxis; columns: MatrixAxis; filter?: Filter }
  const base = baseOf(composer, filter ?? {})
  // Each is counted once, whatever the fields and aliases that read it.
  const once = <Made>(compose: () => Made): (() => Made) => {
    let made: Made | null = null
    return () => (made ??= compose())
  }
  const axis = (name: MatrixAxis) => once(() => composeFacet(composer, base, name, { first: MAX_VALUES, isRoot: true }))
  const [rowAxis, columnAxis] = [axis(rows), axis(columns)]
  const cells = once(() => composeCells(composer, base, rows, columns))
  return composer.map('Matrix', field.selections, '', {
    rows: () => rowAxis().facet,
    rowCount: () => rowAxis().valueCount,
    columns: () => columnAxis().facet,
    columnCount: () => columnAxis().valueCount,
    cells: () =>
      composer.packed([
        ['rows', composer.known(rows)],
        ['columns', composer.known(columns)],
        ['asked', composer.known(plain(base.filter))],
        ['cells', cells().cells],
      ]),
    cellCount: () => cells().count,
    totalCount: () => {
      const m = composer.variable('m')
      return `COUNT { ${base.match(m, base.filter)} RETURN DISTINCT ${m} }`
    },
  })
}
