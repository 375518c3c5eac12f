/** What a CSV file cannot say of itself: CSV on the Web metadata (W3C, csvw), beside the file. Pure. */
import type { About } from './about.ts'
import type { Column } from './columns.ts'

const DATATYPES = {
  integer: 'integer',
  boolean: 'boolean',
  link: 'anyURI',
  text: 'string',
  list: 'string',
  date: 'string',
} as const

/** The metadata of a CSV file at `url` (absolute, or relative to the metadata). */
export function csvwOf(url: string, about: About, columns: readonly Column[]): object {
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    url,
    'dc:title': about.title,
    'dc:created': about.exportedAt,
    'dc:source': about.address,
    'dc:bibliographicCitation': about.citation,
    'dc:rights': about.licence,
    'dc:description': about.notes.join(' '),
    'schema:version': about.changedMeanwhile ? `${about.dataVersion} to ${about.dataVersionAtEnd}` : about.dataVersion,
    'schema:size': about.count,
    'schema:query': JSON.stringify({ filter: about.filter, orderBy: about.orderBy }),
    dialect: { delimiter: ',', lineTerminators: ['\r\n'], encoding: 'utf-8', header: true, doubleQuote: true },
    tableSchema: {
      columns: columns.map(({ name, type, describe }) => ({
        name,
        titles: name,
        'dc:description': describe,
        datatype: DATATYPES[type],
        // Separated by "|"; within a value "\|" and "\\" stand for the signs themselves.
        ...(type === 'list' ? { separator: '|' } : {}),
      })),
      ...(columns.some(({ name }) => name === 'id') ? { primaryKey: 'id' } : {}),
    },
  }
}
