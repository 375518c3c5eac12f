/**
 * What is shown as files for other programs: CSV, JSON, GraphML, GEXF. Pure; every writer takes the same rows as the table,
 * so that a file always holds what the page shows. Facts and suggestions are told apart in each.
 */
import { escapeXml } from './svg-document.ts'
import type { Position } from './view.ts'

export type FileNode = Position & {
  readonly id: string
  readonly type: string
  readonly name: string
  readonly nameKm: string | null
  readonly detail: string | null
  readonly year: number | null
  /** Neighbours in the graph, and on the canvas. */
  readonly degree: number
  readonly linkCount: number
  readonly isPinned: boolean
  readonly note: string
  readonly tags: readonly string[]
  /** How many recommendations it stands for; 1 for a thing itself. */
  readonly size: number
}
export type FileEdge = {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly type: string
  readonly isSuggestion: boolean
  readonly role: string | null
  readonly basis: string | null
  readonly count: number
}
export type FileGraph = {
  readonly title: string
  /** Filters and what is hidden, in words; empty where all is shown. */
  readonly conditions: string
  readonly citation: string
  /** ISO 8601. */
  readonly savedOn: string
  readonly note: string
  readonly nodes: readonly FileNode[]
  readonly edges: readonly FileEdge[]
}

/**
 * A cell by RFC 4180. What a spreadsheet would run as a formula gets a quote in front (OWASP, CSV injection); a negative
 * number is none.
 */
export function csvCell(value: string | number | boolean | null): string {
  const text = value === null ? '' : String(value)
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
/** Rows with a byte order mark, which tells a spreadsheet that Khmer follows. */
export const csv = (rows: readonly (readonly (string | number | boolean | null)[])[]): string =>
  `\uFEFF${rows.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`

export const nodesCsv = ({ nodes }: FileGraph): string =>
  csv([
    ['id', 'type', 'name', 'nameKm', 'detail', 'year', 'degree', 'links', 'standsFor', 'note', 'tags'],
    ...nodes.map((one) => [
      one.id,
      one.type,
      one.name,
      one.nameKm,
      one.detail,
      one.year,
      one.degree,
      one.linkCount,
      one.size,
      one.note,
      one.tags.join('; '),
    ]),
  ])
export const edgesCsv = ({ edges }: FileGraph): string =>
  csv([
    ['from', 'type', 'to', 'state', 'role', 'basis', 'standsFor'],
    ...edges.map((one) => [
      one.from,
      one.type,
      one.to,
      one.isSuggestion ? 'SUGGESTED' : 'FACT',
      one.role,
      one.basis,
      one.count,
    ]),
  ])

export const graphJson = (graph: FileGraph): string => `${JSON.stringify(graph, null, 2)}\n`

type Column<Row> = {
  readonly name: string
  readonly type: 'string' | 'int' | 'boolean'
  readonly of: (row: Row) => string | number | boolean | null
}
const NODE_COLUMNS: readonly Column<FileNode>[] = [
  { name: 'type', type: 'string', of: ({ type }) => type },
  { name: 'name', type: 'string', of: ({ name }) => name },
  { name: 'nameKm', type: 'string', of: ({ nameKm }) => nameKm },
  { name: 'detail', type: 'string', of: ({ detail }) => detail },
  { name: 'year', type: 'int', of: ({ year }) => year },
  { name: 'degree', type: 'int', of: ({ degree }) => degree },
  { name: 'links', type: 'int', of: ({ linkCount }) => linkCount },
  { name: 'standsFor', type: 'int', of: ({ size }) => size },
  { name: 'isPinned', type: 'boolean', of: ({ isPinned }) => isPinned },
  { name: 'note', type: 'string', of: ({ note }) => note },
  { name: 'tags', type: 'string', of: ({ tags }) => tags.join('; ') },
]
const EDGE_COLUMNS: readonly Column<FileEdge>[] = [
  { name: 'type', type: 'string', of: ({ type }) => type },
  { name: 'isSuggestion', type: 'boolean', of: ({ isSuggestion }) => isSuggestion },
  { name: 'role', type: 'string', of: ({ role }) => role },
  { name: 'basis', type: 'string', of: ({ basis }) => basis },
  { name: 'standsFor', type: 'int', of: ({ count }) => count },
]

/** Cells that hold something: an empty one is left out, since unknown is no empty text. */
const filled = <Row>(columns: readonly Column<Row>[], row: Row): { index: number; name: string; text: string }[] =>
  columns.flatMap(({ name, of }, index) => {
    const value = of(row)
    return value === null || value === '' ? [] : [{ index, name, text: escapeXml(String(value)) }]
  })

/** GraphML 1.0: http://graphml.graphdrawing.org. */
export function graphml(graph: FileGraph): string {
  const keys = [
    ...NODE_COLUMNS.map(
      ({ name, type }) => `  <key id="n-${name}" for="node" attr.name="${name}" attr.type="${type}"/>`,
    ),
    `  <key id="n-x" for="node" attr.name="x" attr.type="double"/>`,
    `  <key id="n-y" for="node" attr.name="y" attr.type="double"/>`,
    ...EDGE_COLUMNS.map(
      ({ name, type }) => `  <key id="e-${name}" for="edge" attr.name="${name}" attr.type="${type}"/>`,
    ),
    `  <key id="g-title" for="graph" attr.name="title" attr.type="string"/>`,
    `  <key id="g-conditions" for="graph" attr.name="conditions" attr.type="string"/>`,
    `  <key id="g-citation" for="graph" attr.name="citation" attr.type="string"/>`,
  ]
  const data = (prefix: string, name: string, text: string): string => `<data key="${prefix}-${name}">${text}</data>`
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...keys,
    '  <graph edgedefault="directed">',
    `    ${data('g', 'title', escapeXml(graph.title))}${data('g', 'conditions', escapeXml(graph.conditions))}${data('g', 'citation', escapeXml(graph.citation))}`,
    ...graph.nodes.map(
      (node) =>
        `    <node id="${escapeXml(node.id)}">${filled(NODE_COLUMNS, node)
          .map(({ name, text }) => data('n', name, text))
          .join('')}${data('n', 'x', String(node.x))}${data('n', 'y', String(node.y))}</node>`,
    ),
    ...graph.edges.map(
      (edge) =>
        `    <edge id="${escapeXml(edge.id)}" source="${escapeXml(edge.from)}" target="${escapeXml(edge.to)}">${filled(
          EDGE_COLUMNS,
          edge,
        )
          .map(({ name, text }) => data('e', name, text))
          .join('')}</edge>`,
    ),
    '  </graph>',
    '</graphml>',
    '',
  ].join('\n')
}

/** GEXF 1.3: https://gexf.net. */
export function gexf(graph: FileGraph): string {
  const attributes = <Row>(of: string, columns: readonly Column<Row>[]): string =>
    `    <attributes class="${of}">${columns
      .map(
        ({ name, type }, index) =>
          `<attribute id="${index}" title="${name}" type="${type === 'int' ? 'integer' : type}"/>`,
      )
      .join('')}</attributes>`
  const values = <Row>(columns: readonly Column<Row>[], row: Row): string =>
    `<attvalues>${filled(columns, row)
      .map(({ index, text }) => `<attvalue for="${index}" value="${text}"/>`)
      .join('')}</attvalues>`
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">',
    `  <meta lastmodifieddate="${graph.savedOn.slice(0, 10)}"><creator>Followthrough</creator><description>${escapeXml(
      [graph.title, graph.conditions, graph.citation].filter((text) => text !== '').join(' · '),
    )}</description></meta>`,
    '  <graph defaultedgetype="directed" mode="static">',
    attributes('node', NODE_COLUMNS),
    attributes('edge', EDGE_COLUMNS),
    '    <nodes>',
    ...graph.nodes.map(
      (node) =>
        `      <node id="${escapeXml(node.id)}" label="${escapeXml(node.name)}">${values(NODE_COLUMNS, node)}<viz:position x="${node.x}" y="${node.y}" z="0"/></node>`,
    ),
    '    </nodes>',
    '    <edges>',
    ...graph.edges.map(
      (edge) =>
        `      <edge id="${escapeXml(edge.id)}" source="${escapeXml(edge.from)}" target="${escapeXml(edge.to)}" label="${escapeXml(edge.type)}">${values(EDGE_COLUMNS, edge)}</edge>`,
    ),
    '    </edges>',
    '  </graph>',
    '</gexf>',
    '',
  ].join('\n')
}
