/** What the server tells of imports (docs/import.md), in the parts that the page shows. */
type Value = string | number | boolean | readonly string[] | null
export const OUTCOMES = ['new', 'changed', 'unchanged', 'merged'] as const
export type Outcome = (typeof OUTCOMES)[number]
/** What an import tells at length, each as a CSV file. */
export type List = 'refused' | 'doubts' | 'changes' | 'documents'

export type Example = {
  readonly id: string
  readonly row: number
  readonly symbol: string | null
  readonly paragraph: string | null
  readonly text: string
  readonly fields: readonly { readonly field: string; readonly now: Value; readonly then: Value }[]
}
export type DocumentFigures = {
  readonly id: string
  readonly name: string
  readonly inFile: number
  readonly inGraph: number
  readonly positionsInFile: Readonly<Record<string, number>>
  readonly positionsInGraph: Readonly<Record<string, number>>
}

export type ImportReport = {
  readonly runId: string | null
  readonly isDryRun: boolean
  readonly fileName: string
  readonly format: string
  readonly sourceName: string
  readonly counts: Readonly<Record<Outcome | 'read' | 'refused' | 'skipped' | 'gone' | 'doubtful', number>>
  readonly skippedBecause: readonly { readonly reason: string; readonly count: number }[]
  readonly examples: Readonly<Record<Outcome | 'gone', readonly Example[]>>
  readonly doubts: readonly { readonly row: number; readonly doubt: string }[]
  readonly refused: readonly {
    readonly place: { readonly row: number; readonly sheet: string | null }
    readonly column: string | null
    readonly value: string
    readonly reason: string
  }[]
  readonly documents: number
  readonly newDocuments: number
  /** Absent in reports of earlier versions. */
  readonly changedDocuments?: number
  /** Absent in reports of earlier versions. */
  readonly documentFigures?: readonly DocumentFigures[]
  readonly mismatches: readonly DocumentFigures[]
  readonly looksPartial: boolean
  /** Absent in reports of earlier versions. */
  readonly lacking?: number
  readonly seconds: number
}

export type Inspected = {
  readonly format: string
  readonly why: string
  readonly columns: { readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] } | null
  readonly guess: {
    readonly mapping: Readonly<Record<string, string>>
    readonly guesses: readonly {
      readonly field: string
      readonly header: string
      readonly reasons: readonly string[]
    }[]
    readonly missing: readonly string[]
  } | null
  readonly kept: Readonly<Record<string, string>> | null
  /** Sheets of a workbook that hold a table; the one that is read, null where there is none to choose. */
  readonly sheets: readonly string[]
  readonly sheet: string | null
}

export type Progress = {
  readonly phase: 'receiving' | 'reading' | 'planning' | 'writing' | 'linking' | 'undoing'
  readonly done: number
  readonly total: number | null
  /** 0 to 1; null where nothing says how far it is. */
  readonly share: number | null
  readonly secondsLeft: number | null
}

export type SampleRow = {
  readonly row: number
  readonly state: string
  readonly mechanism: string
  readonly document: string | null
  readonly paragraph: string | null
  readonly text: string
  readonly position: string | null
  readonly recommendingStates: readonly string[]
  readonly themes: readonly string[]
}

export type Job = {
  readonly id: string
  readonly fileName: string
  readonly step:
    | 'receiving'
    | 'inspecting'
    | 'inspected'
    | 'reading'
    | 'planned'
    | 'writing'
    | 'linking'
    | 'done'
    | 'undoing'
    | 'undone'
    | 'stopped'
    | 'failed'
  readonly isRunning: boolean
  readonly canRead: boolean
  readonly canWrite: boolean
  readonly inspected: Inspected | null
  readonly choices: Choices
  readonly progress: Progress | null
  readonly sample: readonly SampleRow[]
  readonly report: ImportReport | null
  readonly links: { readonly written: number; readonly removed: number } | null
  readonly undo: { readonly removed: number; readonly restored: number; readonly kept: number } | null
  readonly runId: string | null
  /** Lists that can be had as files. */
  readonly lists: readonly List[]
  readonly error: string | null
}

export type Run = {
  readonly id: string
  readonly fileName: string
  readonly format: string
  readonly status: 'WRITING' | 'DONE' | 'CANCELLED' | 'UNDOING' | 'UNDONE'
  readonly startedAt: string
  readonly undoneAt: string | null
  readonly lists: readonly List[]
  readonly report: ImportReport | null
}

export type Choices = {
  readonly format?: string
  readonly state?: string
  readonly mapping?: Record<string, string>
  readonly sheet?: string
}
