/**
 * What every file format becomes before anything is written: one record for each recommendation the file holds, with the
 * place it was read. Readers (`importers/<format>/read.ts`) give these; the writer takes nothing else.
 */
import type { Label } from '../model/nodes.ts'
import type { RelationshipType } from '../model/relationships.ts'
import type { UPR_POSITIONS, RECOMMENDATION_KINDS } from '../model/values.ts'

export const FORMATS = [
  'uhri-json',
  'uhri-xlsx',
  'thematic-docx',
  'upr-info-csv',
  'dihr-csv',
  'impact-oss-csv',
  'uwazi-csv',
  'followthrough-csv',
  'followthrough-xlsx',
  'followthrough-json',
  'csv',
  'xlsx',
] as const
/** `csv` and `xlsx` are spreadsheets of unknown headers, read through a mapping. */
export type Format = (typeof FORMATS)[number]

/** Where in a file something stands. */
export type Place = {
  readonly file: string
  /** Sheet of a workbook, else null. */
  readonly sheet: string | null
  /** Line of a text file, row of a sheet or table, number of an array's element; counted from 1. */
  readonly row: number
}

/** A row, or a part of it, that cannot be taken; the other rows go in. */
export type RefusedRow = {
  readonly place: Place
  /** Header of the column or key of the field; null where the row as a whole is meant. */
  readonly column: string | null
  /** What stands there, as printed, cut to 200 characters. */
  readonly value: string
  /** What is wrong and what was expected, in one sentence. */
  readonly reason: string
  /** The whole row as printed, header to cell, so that it can be corrected and imported alone; absent where nothing of it can be read. JSON and Word tables give the columns of a sheet that says the same. */
  readonly cells?: Readonly<Record<string, string>> | undefined
}

/** A label as the file prints it, and what it means here; `id` is null where no alias leads to one of ours. */
export type ReadLabel = { readonly printed: string; readonly id: string | null }

export type ReadState = { readonly printed: string; readonly code: string | null }

export type ReadDocument = {
  /** UN symbol as the UN spells it: capitals, no spaces, "Add.1"; null where the file has none. */
  readonly symbol: string | null
  readonly title: string | null
  /** Session of the Universal Periodic Review, 1 and up; null elsewhere. */
  readonly session: number | null
  /** Cycle of that session, 1 to 4; null elsewhere. */
  readonly cycle: number | null
  /** PartialDate. */
  readonly publishedOn: string | null
  readonly adoptedOn: string | null
  /** Id of the document in the source's own system (UHRI DocumentId); null where it has none. */
  readonly sourceId: string | null
  /** Year that the file itself gives; absent or null where it follows from the dates alone. */
  readonly year?: number | null
}

export type ReadRecommendation = {
  readonly place: Place
  /**
   * Id in the source's own system (UHRI AnnotationId, our own id); null where it has none. One such id comes back several
   * times where a paragraph holds several wordings (`part`) or is addressed to several States (`state`).
   */
  readonly sourceId: string | null
  /** ISO 3166-1 alpha-3 of the State it is addressed to. */
  readonly state: string
  /** Code of the mechanism, aliases folded: `CRC`, `UPR`, `SR Cambodia`. */
  readonly mechanism: string
  readonly document: ReadDocument
  /** Paragraph number as printed, `41(b)`, `118.26`; null where none can be read. */
  readonly paragraph: string | null
  /** Which of several wordings in one paragraph, from 1; null where there is one. */
  readonly part: number | null
  /** Heading printed in front of the paragraph's number; null where there is none. */
  readonly heading: string | null
  readonly kind: (typeof RECOMMENDATION_KINDS)[number]
  /** Wording cleaned of HTML, entities, the number and heading in front, and the States behind. */
  readonly text: string
  /** BCP 47. */
  readonly textLanguage: string
  readonly position: (typeof UPR_POSITIONS)[number] | null
  /** The position as printed; null where the file says nothing. */
  readonly positionPrinted: string | null
  readonly recommendingStates: readonly ReadState[]
  readonly themes: readonly ReadLabel[]
  readonly affectedGroups: readonly ReadLabel[]
  /** Ids of SDG targets and goals. */
  readonly sdgs: readonly ReadLabel[]
  readonly rights: readonly ReadLabel[]
  /** Bodies that the file itself names as responsible. */
  readonly bodies: readonly ReadLabel[]
  /** Paragraphs of the same document that an urgent-measures paragraph names: `['18', '23', '27']`. */
  readonly citedParagraphs: readonly string[]
  /** Further columns of our own export, or of a mapped spreadsheet, kept under the model's property names. */
  readonly more: Readonly<Record<string, StoredValue | null>>
  /**
   * Our own export alone: every relationship of the recommendation to a thing, whole. Then labels, States and bodies above
   * are what they are called, and these are what is written.
   */
  readonly relationships?: readonly ReadRelationship[]
}

/** A value as a property holds it. */
export type StoredValue = string | number | boolean | readonly string[]

/** A relationship as our own export tells it. */
export type ReadRelationship = {
  readonly type: RelationshipType
  /** It leads to what it is told of. */
  readonly isIncoming: boolean
  /** The other end. */
  readonly label: Label
  readonly to: string
  readonly properties: Readonly<Record<string, StoredValue>>
}

/** Something besides recommendations that our own export describes: a theme, a body, an initiative, an assessment. */
export type ReadThing = {
  readonly label: Label
  readonly id: string
  readonly properties: Readonly<Record<string, StoredValue>>
  readonly relationships: readonly ReadRelationship[]
}

/** A link between two recommendations, whose ends may stand anywhere in the file or in the graph. */
export type ReadLink = {
  readonly type: 'SIMILAR_TO' | 'CITES'
  readonly from: string
  readonly to: string
  readonly properties: Readonly<Record<string, StoredValue>>
  /** Who keeps it up to date, by the name its relationships carry; null for the import itself. */
  readonly importer: string | null
}

/** What our own export says of one recommendation besides its fields. */
export type Described = {
  readonly relationships: readonly ReadRelationship[]
  /** Assessments and their evidence. */
  readonly things: readonly ReadThing[]
  readonly links: readonly ReadLink[]
}

/** What a reader gives, in the order of the file. */
export type ReadItem =
  | {
      readonly is: 'recommendation'
      readonly recommendation: ReadRecommendation
      /** The row it was read from, as in RefusedRow, for what is refused after reading. */
      readonly cells?: (() => Readonly<Record<string, string>>) | undefined
    }
  /** A row that is none: a heading, an introductory sentence, an empty row. Counted by reason, never silent. */
  | { readonly is: 'skipped'; readonly place: Place; readonly reason: string }
  | { readonly is: 'refused'; readonly refused: RefusedRow }
  /** Something that rows point at, described: made where the graph does not hold it. */
  | { readonly is: 'thing'; readonly place: Place; readonly thing: ReadThing }
  /** What can be written only when all recommendations are there. */
  | {
      readonly is: 'afterwards'
      readonly place: Place
      readonly things: readonly ReadThing[]
      readonly links: readonly ReadLink[]
    }
  /** Something a person should look at; the row goes in all the same. */
  | { readonly is: 'doubt'; readonly place: Place; readonly doubt: string }

/** Reads a file from start to end with flat memory. Throws UnreadableFileError where the file as a whole is not readable. */
export type Reader = (path: string, options: ReadOptions) => AsyncIterable<ReadItem>

/** Told, while a file is read, how much of what there is to read of it has been: 0 to 1. */
export type OnShare = (share: number) => void

export type ReadOptions = {
  /** Name shown to people, where the path is a temporary one. */
  readonly fileName: string
  /** State to take where the file names none; from `--state`. */
  readonly state: string | null
  /** Columns of a spreadsheet with unknown headers: our field -> header. */
  readonly mapping: Readonly<Record<string, string>> | null
  /** What the mapping was guessed from, where nobody gave one: what is unsure of it is a doubt. */
  readonly guessed?: readonly { readonly field: string; readonly header: string; readonly confidence: number }[]
  /** Sheet of a workbook to read; its first sheet with rows where not given. */
  readonly sheet?: string | undefined
  /** Where large shared strings of a workbook may be laid down while it is read; the system's folder where not given. */
  readonly temporaryFolder?: string | undefined
  readonly signal?: AbortSignal | undefined
  readonly onShare?: OnShare | undefined
}
