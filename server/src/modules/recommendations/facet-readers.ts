/** Gives the values of a facet and the cells of a matrix the filter that describes what they count, when it is asked for. */
import { narrowedTo, type Field } from './facet-filters.ts'
import { ASKED } from './facets.ts'
import type { Filter } from './filter.ts'

type Answer = Readonly<Record<string, unknown>>
type Row = Readonly<Record<string, unknown>>
/** Key under which a value or a cell knows how to write its filter, which few questions ask for. */
const FILTER = '#filter'

type FacetAnswer = {
  readonly field: Field
  readonly [ASKED]?: Filter
  readonly values: readonly Row[]
}

/** The values of a composed facet. */
export const readValues = ({ field, [ASKED]: asked, values }: FacetAnswer): readonly Row[] =>
  asked === undefined
    ? values
    : values.map((row) => ({ ...row, [FILTER]: () => narrowedTo(asked, field, String(row['value'])) }))

/** `rows` or `columns` of a matrix: a composed facet under the response key. */
export const readAxis = (source: Answer, key: string): unknown => readValues(source[key] as FacetAnswer)

type CellsAnswer = {
  readonly rows: Field
  readonly columns: Field
  readonly asked: Filter
  readonly cells: readonly Row[]
}

/** `cells` of a matrix, with what the matrix was asked. */
export const readCells = (source: Answer, key: string): unknown => {
  const { rows, columns, asked, cells } = source[key] as CellsAnswer
  return cells.map((cell) => ({
    ...cell,
    [FILTER]: () => narrowedTo(narrowedTo(asked, rows, String(cell['row'])), columns, String(cell['column'])),
  }))
}

export const readFilter = (source: Answer): unknown => (source[FILTER] as () => Filter)()
