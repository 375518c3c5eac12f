/** XLSX: the recommendations, their responsibilities, tags, links and assessments, a sheet for each noun, and one about the file. */
import type { About } from '../about.ts'
import type { Cell } from '../columns.ts'
import { recordsOf, type Chunks, type Format, type Source } from '../file.ts'
import { NOUNS, snakeCase } from '../nouns.ts'
import { TAG_FIELDS, TAG_FIELD_NAMES, type RecommendationRecord } from '../records.ts'
import { Spool } from '../spool.ts'
import { escapeXml, XML_DECLARATION } from '../xml.ts'
import { zip, type ZipFile } from '../zip.ts'
import { MAX_SHEET_ROWS, Sheet, STYLES, type SheetColumn } from './sheets.ts'

type RelationSheet = {
  readonly sheet: string
  readonly columns: readonly SheetColumn[]
  readonly rows: (record: RecommendationRecord) => readonly (readonly Cell[])[]
}

const text = (...names: readonly string[]): SheetColumn[] => names.map((name) => ({ name, type: 'text' }))
const list = (name: string): SheetColumn => ({ name, type: 'list' })
const boolean = (name: string): SheetColumn => ({ name, type: 'boolean' })
const date = (name: string): SheetColumn => ({ name, type: 'date' })
const score: SheetColumn = { name: 'score', type: 'double' }
/** A value of the graph as a cell, whatever it is. */
const cellOf = (value: unknown): Cell =>
  value === null || value === undefined
    ? null
    : typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string'
      ? value
      : Array.isArray(value)
        ? value.map(String)
        : JSON.stringify(value)

/** Relationships of recommendations, a row each: as many as there are, so they wait on disk for their turn. */
const RELATION_SHEETS: readonly RelationSheet[] = [
  {
    sheet: 'Responsibilities',
    columns: [
      ...text('recommendation_id', 'body_id', 'body', 'role', 'basis'),
      boolean('is_suggestion'),
      ...text('state', 'confidence', 'method', 'note'),
      date('decided_on'),
      ...text('source'),
    ],
    rows: ({ id, responsibilities, suggestedResponsibilities }) =>
      [responsibilities, suggestedResponsibilities].flatMap((list, isSuggestion) =>
        list.map((one) => [
          id,
          one.body.id,
          one.body.name,
          one.role,
          one.basis,
          isSuggestion === 1,
          one.state,
          cellOf(one.confidence),
          one.method,
          one.note,
          one.decidedOn,
          one.source,
        ]),
      ),
  },
  {
    sheet: 'Tags',
    columns: [
      ...text('recommendation_id', 'tag_type', 'tag_id', 'tag', 'basis'),
      boolean('is_suggestion'),
      ...text('state'),
      score,
      ...text('method', 'note'),
    ],
    rows: ({ id, tags, suggestedTags }) =>
      TAG_FIELD_NAMES.flatMap((field) => [
        ...tags[field].map((tag): Cell[] => [
          id,
          TAG_FIELDS[field][1],
          tag.id,
          tag.name,
          tag.basis,
          false,
          tag.state,
          null,
          null,
          null,
        ]),
        ...suggestedTags[field].map((tag): Cell[] => [
          id,
          TAG_FIELDS[field][1],
          tag.id,
          tag.name,
          tag.basis,
          true,
          tag.state,
          tag.score,
          tag.method,
          tag.note,
        ]),
      ]),
  },
  {
    sheet: 'Links',
    columns: [
      ...text('recommendation_id', 'other_id', 'kind'),
      boolean('is_later'),
      boolean('is_suggestion'),
      ...text('state'),
      score,
      ...text('method', 'evidence'),
      list('in_common'),
      ...text('tentative'),
      date('decided_on'),
      ...text('decided_by'),
    ],
    rows: ({ id, similar, suggestedSimilar }) =>
      [similar, suggestedSimilar].flatMap((list, isSuggestion) =>
        list.map((link) => [
          id,
          link.id,
          link.kind,
          link.isLater,
          isSuggestion === 1,
          link.state,
          link.score,
          link.method,
          cellOf(link.evidence),
          link.inCommon,
          link.tentative,
          link.decidedOn,
          link.decidedBy,
        ]),
      ),
  },
  {
    sheet: 'Assessments',
    columns: [
      ...text('recommendation_id', 'assessment_id', 'voice', 'status'),
      date('on'),
      ...text('rationale', 'confidence', 'evidence'),
    ],
    rows: ({ id, assessments }) =>
      assessments.map((one) => [
        id,
        ...['id', 'voice', 'status', 'on', 'rationale', 'confidence'].map((name) => cellOf(one[name])),
        Array.isArray(one['evidence']) && one['evidence'].length > 0 ? JSON.stringify(one['evidence']) : null,
      ]),
  },
]

const aboutRows = (about: About, remarks: readonly string[]): Cell[][] => [
  ['title', about.title],
  ['exported_at', about.exportedAt],
  ['address', about.address],
  ['filter', JSON.stringify(about.filter)],
  ['order', about.orderBy === null ? null : `${about.orderBy.field} ${about.orderBy.direction}`],
  ['recommendations', about.count],
  ['data_version', about.dataVersion],
  ['data_version_at_end', about.dataVersionAtEnd],
  ['changed_meanwhile', about.changedMeanwhile],
  ['documents_not_known_to_be_whole', about.incompleteDocuments],
  ...about.notes.map((note): Cell[] => ['note', note]),
  ...remarks.map((remark): Cell[] => ['remark', remark]),
  ['citation', about.citation],
  ['licence', about.licence],
]

/** Cut cells that the sheet about the file names one by one. */
const MAX_REMARKS = 100

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
/** Any part is a sheet unless said otherwise, so that this can stand first, before it is known how many sheets there are. */
const CONTENT_TYPES = `${XML_DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>`
const PACKAGE = `${XML_DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONSHIPS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`

const pathOfSheet = (index: number): string => `xl/worksheets/sheet${index + 1}.xml`

async function* write(source: Source): Chunks {
  const remarks: string[] = []
  let remarkCount = 0
  const remark = (told: string): void => {
    source.remark(told)
    remarkCount += 1
    if (remarks.length < MAX_REMARKS) remarks.push(told)
  }
  /** Names of the sheets in the order they are shown. */
  const sheets: string[] = ['About']
  const open: Spool[] = []
  const sheetOf = (name: string, columns: readonly SheetColumn[]): Sheet => {
    sheets.push(name)
    return new Sheet(columns, (place, length) =>
      remark(`${name}, ${place}: ${length} characters, of which a cell of Excel holds 32,767; the cell is cut.`),
    )
  }
  const plain = (name: string, ...chunks: readonly string[]): ZipFile => ({ name, chunks })
  const links = (index: number, sheet: Sheet): ZipFile[] => {
    const part = sheet.relationships()
    return part === null ? [] : [plain(`xl/worksheets/_rels/sheet${index + 1}.xml.rels`, part)]
  }
  /** A relation's sheets, the next begun when one is full. */
  class Waiting {
    readonly parts: { readonly index: number; readonly sheet: Sheet; readonly spool: Spool }[] = []
    readonly #of: RelationSheet
    constructor(of: RelationSheet) {
      this.#of = of
    }
    async begin(): Promise<{ sheet: Sheet; spool: Spool }> {
      const number = this.parts.length + 1
      const sheet = sheetOf(number === 1 ? this.#of.sheet : `${this.#of.sheet} (${number})`, this.#of.columns)
      const spool = await Spool.open()
      open.push(spool)
      this.parts.push({ index: sheets.length - 1, sheet, spool })
      await spool.write(sheet.begin())
      return { sheet, spool }
    }
    async add(records: readonly RecommendationRecord[]): Promise<void> {
      let { sheet, spool } = this.parts.at(-1) ?? (await this.begin())
      let waiting = ''
      for (const cells of records.flatMap(this.#of.rows)) {
        if (sheet.isFull) {
          await spool.write(waiting)
          waiting = ''
          ;({ sheet, spool } = await this.begin())
        }
        waiting += sheet.row(cells)
      }
      await spool.write(waiting)
    }
  }

  async function* files(): AsyncGenerator<ZipFile, void, undefined> {
    yield plain('[Content_Types].xml', CONTENT_TYPES)
    yield plain('_rels/.rels', PACKAGE)
    yield plain('xl/styles.xml', STYLES)

    const main = sheetOf('Recommendations', source.columns)
    const mainIndex = sheets.length - 1
    const relations: Waiting[] = []
    for (const one of RELATION_SHEETS) {
      const waiting = new Waiting(one)
      await waiting.begin()
      relations.push(waiting)
    }
    yield {
      name: pathOfSheet(mainIndex),
      chunks: (async function* () {
        yield main.begin()
        for await (const batch of recordsOf(source)) {
          const records = batch.map(({ record }) => record)
          for (const relation of relations) await relation.add(records)
          yield records.map((record) => main.row(source.columns.map(({ value }) => value(record)))).join('')
        }
        yield main.end()
      })(),
    }
    yield* links(mainIndex, main)
    for (const { index, sheet, spool } of relations.flatMap(({ parts }) => parts)) {
      await spool.write(sheet.end())
      yield { name: pathOfSheet(index), figures: await spool.finish(), deflated: spool.deflated() }
    }
    for (const { label, sheet: name, fields } of NOUNS) {
      const columns = fields.map((field): SheetColumn => ({ name: snakeCase(field.name), type: field.type }))
      const sheet = sheetOf(name, columns)
      const index = sheets.length - 1
      const things = source.selection.thingsOf(label)
      yield plain(
        pathOfSheet(index),
        sheet.begin(),
        ...things.map((thing) => sheet.row(fields.map(({ value }) => cellOf(value(thing))))),
        sheet.end(),
      )
    }
    const about = new Sheet(text('about', 'value'), () => {})
    const more = remarkCount - remarks.length
    const told = more > 0 ? [...remarks, `${more} further cells were cut.`] : remarks
    const shown = aboutRows(await source.about(), told)
    yield plain(pathOfSheet(0), about.begin(), ...shown.map((cells) => about.row(cells)), about.end())
    yield plain(
      'xl/workbook.xml',
      `${XML_DECLARATION}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${RELATIONSHIPS}"><bookViews><workbookView activeTab="1"/></bookViews><sheets>`,
      ...sheets.map(
        (name, index) => `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
      ),
      '</sheets></workbook>',
    )
    yield plain(
      'xl/_rels/workbook.xml.rels',
      `${XML_DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`,
      ...sheets.map(
        (_name, index) =>
          `<Relationship Id="rId${index + 1}" Type="${RELATIONSHIPS}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
      ),
      `<Relationship Id="rId${sheets.length + 1}" Type="${RELATIONSHIPS}/styles" Target="styles.xml"/></Relationships>`,
    )
  }

  try {
    yield* zip(files())
  } finally {
    for (const spool of open) await spool.close()
  }
}

export const xlsx: Format = {
  name: 'xlsx',
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  describe: 'a workbook, a sheet for each noun',
  hasColumns: true,
  isClosed: false,
  maxRows: MAX_SHEET_ROWS - 1,
  write,
}
