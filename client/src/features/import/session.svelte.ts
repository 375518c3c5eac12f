/**
 * What the page knows of the import that the server works on, and of those before it. Owned by ImportPage, for as long as it is open; the
 * job itself lives in the server, so that a reload, or another browser of the owner's, finds it again.
 */
import type { Choices, Job, Run } from './types.ts'

/** Steps after which the list of runs has changed. */
const ENDS: readonly Job['step'][] = ['done', 'undone', 'stopped', 'failed']

type RunsPage = { readonly runs: readonly Run[]; readonly hasOlder: boolean }

export class ImportSession {
  /** Undefined until the server has said; null where it works on none. */
  job: Job | null | undefined = $state.raw(undefined)
  /** The newest, and as many older ones as were asked for; undefined until they were read. */
  runs: readonly Run[] | undefined = $state.raw(undefined)
  hasOlderRuns = $state(false)
  /** Runs looked up by their id, since the list has not come to them; null where there is none. */
  foundRuns: ReadonlyMap<string, Run | null> = $state.raw(new Map())
  formats: readonly string[] = $state.raw([])
  fields: readonly string[] = $state.raw([])
  /** 0 to 1 while this page sends a file; else null. */
  shareSent: number | null = $state(null)
  /** The server's words for what it refused; empty where it did not answer at all. */
  error: string | null = $state(null)
  #events: EventSource | null = null
  #sending: XMLHttpRequest | null = null

  /** Asks where things stand, and listens from then on. */
  async open(): Promise<void> {
    const found = await this.#ask<{ job: Job | null; formats: string[]; fields: string[] }>('/import')
    if (found === null) return
    this.formats = found.formats
    this.fields = found.fields
    this.job = found.job
    void this.#loadRuns()
    this.#events = new EventSource('/import/events')
    this.#events.addEventListener('job', (event: MessageEvent<string>) => {
      const before = this.job?.step
      this.job = (JSON.parse(event.data) as { job: Job | null }).job
      if (this.job?.step !== before && (this.job === null || ENDS.includes(this.job.step))) void this.#loadRuns()
    })
    this.#events.addEventListener('progress', (event: MessageEvent<string>) => {
      const { id, progress } = JSON.parse(event.data) as { id: string; progress: Job['progress'] }
      if (this.job?.id === id) this.job = { ...this.job, progress }
    })
  }

  close(): void {
    this.#events?.close()
    this.#sending?.abort()
  }

  async #loadRuns(): Promise<void> {
    const found = await this.#ask<RunsPage>('/import/runs')
    if (found !== null) [this.runs, this.hasOlderRuns] = [found.runs, found.hasOlder]
  }

  /** The next page of the list, behind what is there. */
  async loadOlderRuns(): Promise<void> {
    const before = this.runs
    const found = await this.#ask<RunsPage>(`/import/runs?before=${before?.at(-1)?.id ?? ''}`)
    // Read anew meanwhile, the list is another one.
    if (found !== null && this.runs === before)
      [this.runs, this.hasOlderRuns] = [[...(before ?? []), ...found.runs], found.hasOlder]
  }

  async findRun(id: string): Promise<void> {
    const found = await this.#ask<{ run: Run | null }>(`/import/runs/${encodeURIComponent(id)}`, {}, { run: null })
    if (found !== null) this.foundRuns = new Map([...this.foundRuns, [id, found.run]])
  }

  /** Sends a file as it is; only a request of this older kind tells how much of it has gone. Null where it was refused. */
  send(file: File): Promise<Job | null> {
    this.error = null
    this.shareSent = 0
    return new Promise((resolve) => {
      const request = new XMLHttpRequest()
      this.#sending = request
      request.open('PUT', `/import/${encodeURIComponent(file.name)}`)
      request.setRequestHeader('content-type', 'application/octet-stream')
      request.upload.onprogress = ({ loaded, total }) => {
        this.shareSent = total === 0 ? 0 : loaded / total
      }
      request.onloadend = () => {
        this.#sending = null
        this.shareSent = null
        const job = jobIn(request.responseText)
        if (job === null) this.error = wordsIn(request.responseText)
        else this.job = job
        resolve(job)
      }
      request.send(file)
    })
  }

  /** One step on; what comes of it is told by the events. Null where it was refused. */
  async act(path: string, body: Choices | { readonly scope?: string } = {}): Promise<Job | null> {
    const answer = await this.#ask<{ job: Job | null }>(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (answer?.job) this.job = answer.job
    return answer?.job ?? null
  }

  async leave(id: string): Promise<void> {
    if ((await this.#ask(`/import/jobs/${id}`, { method: 'DELETE' })) !== null) this.job = null
  }

  /** `missing` is the answer where nothing stands at the address, which is then no failure. */
  async #ask<Answer>(path: string, options: RequestInit = {}, missing: Answer | null = null): Promise<Answer | null> {
    this.error = null
    try {
      // Opened in a browser as a page, these addresses lead to the page: a program says that it is one.
      const headers = { accept: 'application/json', ...(options.headers as Record<string, string> | undefined) }
      const response = await fetch(path, { ...options, headers })
      if (response.ok) return (await response.json()) as Answer
      if (response.status === 404 && missing !== null) return missing
      this.error = wordsIn(await response.text())
    } catch {
      this.error = ''
    }
    return null
  }
}

function parsed(text: string): { job?: Job | null; error?: string } {
  try {
    return JSON.parse(text) as { job?: Job | null; error?: string }
  } catch {
    return {}
  }
}
const jobIn = (text: string): Job | null => parsed(text).job ?? null
const wordsIn = (text: string): string => parsed(text).error ?? ''
