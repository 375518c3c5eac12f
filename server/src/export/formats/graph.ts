/**
 * GraphML and GEXF: the recommendations, everything they touch, and how, with typed attributes.
 *
 * Nodes come first in either format, so relationships wait on disk until all nodes are written. Every relationship tells
 * its type, and whether it is a suggestion. A relationship to something the file does not hold is not written.
 */
import {
  PROPERTIES,
  RELATIONSHIP_TYPES,
  RELATIONSHIPS,
  typeOfProperty,
  type Label,
} from '../../../../graph/model/index.ts'
import { joinCell } from '../../../../graph/text/index.ts'
import type { About } from '../about.ts'
import { recordsOf, type Chunks, type Format, type Source } from '../file.ts'
import { NOUNS } from '../nouns.ts'
import { isSuggestion, nameOf } from '../records.ts'
import type { Properties, Thing, Tie } from '../selection.ts'
import { Spool } from '../spool.ts'
import { isDerived } from '../values.ts'
import { escapeXml, XML_DECLARATION } from '../xml.ts'

type AttributeType = 'string' | 'integer' | 'double' | 'boolean'
export type Attribute = { readonly name: string; readonly type: AttributeType }
type Value = string | number | boolean
export type GraphNode = {
  readonly id: string
  readonly name: string
  readonly values: readonly (readonly [Attribute, Value])[]
}
export type GraphEdge = {
  readonly from: string
  readonly to: string
  readonly type: string
  readonly values: readonly (readonly [Attribute, Value])[]
}

const LABELS: readonly Label[] = ['Recommendation', ...NOUNS.map(({ label }) => label), 'Assessment', 'Evidence']

/** A property's attribute. One that two labels type differently is a string, since a name has one type in either format. */
const typeOf = (name: string, labels: readonly Label[]): AttributeType => {
  const types = new Set(labels.map((label) => typeOfProperty(name, label)))
  const [type] = types
  return types.size === 1 && (type === 'integer' || type === 'double' || type === 'boolean') ? type : 'string'
}
const unique = (names: readonly string[]): string[] => [...new Set(names)].filter((name) => !isDerived(name))

export const NODE_ATTRIBUTES: readonly Attribute[] = [
  { name: 'type', type: 'string' },
  { name: 'name', type: 'string' },
  ...unique(LABELS.flatMap((label): readonly string[] => PROPERTIES[label]))
    .filter((name) => name !== 'name')
    .map((name) => ({
      name,
      type: typeOf(
        name,
        LABELS.filter((label) => (PROPERTIES[label] as readonly string[]).includes(name)),
      ),
    })),
  { name: 'source', type: 'string' },
]
export const EDGE_ATTRIBUTES: readonly Attribute[] = [
  { name: 'type', type: 'string' },
  { name: 'isSuggestion', type: 'boolean' },
  ...unique(RELATIONSHIP_TYPES.flatMap((type): readonly string[] => RELATIONSHIPS[type].properties)).map((name) => ({
    name,
    type: typeOf(name, ['Recommendation']),
  })),
  { name: 'source', type: 'string' },
]
const NODE_BY_NAME = new Map(NODE_ATTRIBUTES.map((attribute) => [attribute.name, attribute]))
const EDGE_BY_NAME = new Map(EDGE_ATTRIBUTES.map((attribute) => [attribute.name, attribute]))

/** A value of the graph as its attribute's type; throws where it cannot be, since a reader would then refuse the file. */
function typed({ name, type }: Attribute, value: unknown, id: string): Value {
  if (type === 'string')
    return Array.isArray(value)
      ? joinCell(value.map(String))
      : typeof value === 'object'
        ? JSON.stringify(value)
        : String(value)
  if (type === 'boolean' && typeof value === 'boolean') return value
  if (type === 'double' && typeof value === 'number') return value
  if (type === 'integer' && Number.isInteger(value)) return value as number
  throw new Error(`${id}: ${name} is ${JSON.stringify(value)}, and the model says ${type}`)
}

function valuesOf(
  attributes: ReadonlyMap<string, Attribute>,
  properties: Properties,
  id: string,
): (readonly [Attribute, Value])[] {
  return Object.entries(properties).flatMap(([name, value]) => {
    const attribute = attributes.get(name)
    return attribute === undefined || value === null || value === undefined
      ? []
      : [[attribute, typed(attribute, value, id)] as const]
  })
}

const nodeOf = (label: Label, id: string, properties: Properties): GraphNode => {
  const name = nameOf({ label, id, properties })
  return { id, name, values: valuesOf(NODE_BY_NAME, { ...properties, type: label, name }, id) }
}

const edgeOf = (type: string, from: string, to: string, properties: Properties): GraphEdge => ({
  from,
  to,
  type,
  values: valuesOf(
    EDGE_BY_NAME,
    { ...properties, type, isSuggestion: isSuggestion({ properties }) },
    `${from} ${type} ${to}`,
  ),
})

const tieEdge = (id: string, { type, isOutgoing, id: other, properties }: Tie): GraphEdge =>
  isOutgoing ? edgeOf(type, id, other, properties) : edgeOf(type, other, id, properties)

/** How a format writes its parts. */
type Dialect = {
  readonly begin: (aboutBefore: () => Promise<About>) => AsyncIterable<string>
  readonly node: (node: GraphNode) => string
  readonly between: string
  readonly edge: (edge: GraphEdge, index: number) => string
  readonly end: (about: About) => string
}

async function* writeGraph(source: Source, dialect: Dialect): Chunks {
  const edges = await Spool.open()
  try {
    let edgeCount = 0
    const edge = (one: GraphEdge): string => {
      const text = dialect.edge(one, edgeCount)
      edgeCount += 1
      return text
    }
    yield* dialect.begin(source.aboutBefore)
    for await (const records of recordsOf(source)) {
      let nodes = ''
      let waiting = ''
      for (const { row } of records) {
        nodes += dialect.node(nodeOf('Recommendation', row.id, row.properties))
        for (const tie of row.ties) waiting += edge(tieEdge(row.id, tie))
        // A link is seen from both its ends: written once, from the later.
        for (const { id, isOutgoing, properties } of row.similar)
          if (isOutgoing) waiting += edge(edgeOf('SIMILAR_TO', row.id, id, properties))
        for (const id of row.cites) waiting += edge(edgeOf('CITES', row.id, id, {}))
        for (const { id, evidence, ...assessment } of row.assessments) {
          nodes += dialect.node(nodeOf('Assessment', id, assessment))
          waiting += edge(edgeOf('OF', id, row.id, {}))
          for (const one of evidence) {
            nodes += dialect.node(nodeOf('Evidence', one.id, one))
            waiting += edge(edgeOf('BACKS', one.id, id, {}))
          }
        }
      }
      await edges.write(waiting)
      yield nodes
    }
    const { things } = source.selection
    for (const thing of things.values()) {
      yield dialect.node(nodeOf(thing.label, thing.id, thing.properties))
      for (const tie of thing.ties) if (isSeenFrom(thing, tie, things)) await edges.write(edge(tieEdge(thing.id, tie)))
    }
    await edges.finish()
    yield dialect.between
    yield* edges.bytes()
    yield dialect.end(await source.about())
  } finally {
    await edges.close()
  }
}

/** Whether a thing's relationship is to be written from here: its other end is in the file, and does not write it itself. */
const isSeenFrom = (thing: Thing, tie: Tie, things: ReadonlyMap<string, Thing>): boolean => {
  const other = things.get(tie.id)
  if (other === undefined) return false
  return (
    tie.isOutgoing || !other.ties.some(({ type, id, isOutgoing }) => isOutgoing && type === tie.type && id === thing.id)
  )
}

const GRAPHML_TYPES: Record<AttributeType, string> = {
  string: 'string',
  integer: 'int',
  double: 'double',
  boolean: 'boolean',
}
const graphmlKey = (domain: 'node' | 'edge', { name }: Attribute): string => `${domain}-${name}`
const graphmlData = (domain: 'node' | 'edge', values: GraphNode['values']): string =>
  values
    .map(([attribute, value]) => `<data key="${graphmlKey(domain, attribute)}">${escapeXml(String(value))}</data>`)
    .join('')
const ABOUT_KEYS = ['citation', 'title', 'exportedAt', 'address', 'filter', 'dataVersion', 'notes', 'licence'] as const
const aboutTexts = (about: About): Record<(typeof ABOUT_KEYS)[number], string> => ({
  ...about,
  filter: JSON.stringify(about.filter),
  notes: about.notes.join(' '),
})

const graphmlDialect: Dialect = {
  async *begin() {
    yield (
      `${XML_DECLARATION}<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n` +
      NODE_ATTRIBUTES.map(
        (attribute) =>
          `<key id="${graphmlKey('node', attribute)}" for="node" attr.name="${attribute.name}" attr.type="${GRAPHML_TYPES[attribute.type]}"/>\n`,
      ).join('') +
      EDGE_ATTRIBUTES.map(
        (attribute) =>
          `<key id="${graphmlKey('edge', attribute)}" for="edge" attr.name="${attribute.name}" attr.type="${GRAPHML_TYPES[attribute.type]}"/>\n`,
      ).join('') +
      ABOUT_KEYS.map((name) => `<key id="graph-${name}" for="graph" attr.name="${name}" attr.type="string"/>\n`).join(
        '',
      ) +
      '<key id="graph-count" for="graph" attr.name="count" attr.type="int"/>\n<graph id="followthrough" edgedefault="directed">\n'
    )
  },
  node: ({ id, values }) => `<node id="${escapeXml(id)}">${graphmlData('node', values)}</node>\n`,
  between: '',
  edge: ({ from, to, values }, index) =>
    `<edge id="e${index}" source="${escapeXml(from)}" target="${escapeXml(to)}">${graphmlData('edge', values)}</edge>\n`,
  end: (about) => {
    const texts = aboutTexts(about)
    return (
      ABOUT_KEYS.map((name) => `<data key="graph-${name}">${escapeXml(texts[name])}</data>\n`).join('') +
      `<data key="graph-count">${about.count}</data>\n</graph>\n</graphml>\n`
    )
  },
}

const GEXF_TYPES: Record<AttributeType, string> = {
  string: 'string',
  integer: 'integer',
  double: 'double',
  boolean: 'boolean',
}
/** Attributes by number, as GEXF has them; `name` is the node's own label. */
const gexfAttributes = (domain: 'node' | 'edge', attributes: readonly Attribute[]): string =>
  `<attributes class="${domain}" mode="static">\n${attributes
    .map(({ name, type }) => `<attribute id="${domain}-${name}" title="${name}" type="${GEXF_TYPES[type]}"/>\n`)
    .join('')}</attributes>\n`
const gexfValues = (domain: 'node' | 'edge', values: GraphNode['values']): string =>
  values.length === 0
    ? ''
    : `<attvalues>${values
        .map(([{ name }, value]) => `<attvalue for="${domain}-${name}" value="${escapeXml(String(value))}"/>`)
        .join('')}</attvalues>`

const gexfDialect: Dialect = {
  async *begin(aboutBefore) {
    yield `${XML_DECLARATION}<gexf xmlns="http://gexf.net/1.3" version="1.3">\n`
    // The grammar wants it in front of the graph.
    const { exportedAt, citation, notes, licence } = await aboutBefore()
    const description = escapeXml([citation, ...notes, licence].join(' '))
    yield `<meta lastmodifieddate="${exportedAt.slice(0, 10)}"><creator>Followthrough</creator><description>${description}</description></meta>\n`
    yield `<graph defaultedgetype="directed" mode="static">\n${gexfAttributes('node', NODE_ATTRIBUTES)}${gexfAttributes('edge', EDGE_ATTRIBUTES)}<nodes>\n`
  },
  node: ({ id, name, values }) =>
    `<node id="${escapeXml(id)}" label="${escapeXml(name)}">${gexfValues('node', values)}</node>\n`,
  between: '</nodes>\n<edges>\n',
  edge: ({ from, to, type, values }, index) =>
    `<edge id="e${index}" source="${escapeXml(from)}" target="${escapeXml(to)}" label="${escapeXml(type)}">${gexfValues('edge', values)}</edge>\n`,
  end: () => '</edges>\n</graph>\n</gexf>\n',
}

const graphFormat = (name: 'graphml' | 'gexf', mediaType: string, describe: string, dialect: Dialect): Format => ({
  name,
  mediaType,
  describe,
  hasColumns: false,
  isClosed: true,
  maxRows: null,
  write: (source) => writeGraph(source, dialect),
})

export const graphml = graphFormat(
  'graphml',
  'application/graphml+xml; charset=utf-8',
  'a graph, for networkx, yEd, igraph',
  graphmlDialect,
)
export const gexf = graphFormat('gexf', 'application/gexf+xml; charset=utf-8', 'a graph, for Gephi', gexfDialect)
