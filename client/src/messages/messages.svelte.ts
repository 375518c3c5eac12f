/**
 * The interface's words in the language of the address, and dates, numbers and lists in its manner.
 * Owned by App.svelte; English is always at hand, Khmer is loaded when first needed.
 */
import { createIntl, createIntlCache, type IntlShape } from '@formatjs/intl'
import { getContext, setContext } from 'svelte'
import type { Language } from '../routes/paths.ts'
import english from './en.ts'
import { khmerDate, khmerList, knowsKhmer } from './khmer.ts'

export type MessageKey = keyof typeof english
export type MessageValues = Record<string, string | number | Date>

const KEY = Symbol('messages')
const cache = createIntlCache()

/** Latin digits in both languages: symbols, paragraphs and counts stand beside each other. */
const LOCALE: Record<Language, string> = { en: 'en-GB', km: 'km-u-nu-latn' }

const shapeOf = (language: Language, messages: Record<MessageKey, string>): IntlShape<string> =>
  createIntl(
    {
      locale: LOCALE[language],
      defaultLocale: 'en-GB',
      messages,
      onError: (error) => {
        // A browser built without Khmer data: dates and lists are then written by `khmer.ts`, numbers look the same.
        if (error.code !== 'MISSING_DATA') throw error
      },
    },
    cache,
  )

export class Messages {
  language: Language = $state('en')
  /** Whether dates and lists are ours to write, since this browser would write them in English. */
  readonly #isUnknown = $derived(this.language === 'km' && !knowsKhmer())
  #intl: IntlShape<string> = $state.raw(shapeOf('en', english))

  /** Switches the language without a reload; the old words stay until the new ones are there. */
  async use(language: Language): Promise<void> {
    const messages = language === 'en' ? english : (await import('./km.ts')).default
    this.#intl = shapeOf(language, messages)
    this.language = language
  }

  /** One message with its placeholders filled in. Messages are whole sentences or labels, never pieces. */
  t = (key: MessageKey, values: MessageValues = {}): string => this.#intl.formatMessage({ id: key }, values)

  /** The message of a key made from an API value (`kind.URGENT`), or the value itself where we have no word for it. */
  word = (group: string, value: string, values: MessageValues = { count: 1 }): string => {
    const key = `${group}.${value}`
    return Object.hasOwn(english, key) ? this.t(key as MessageKey, values) : value
  }

  number = (value: number): string => this.#intl.formatNumber(value)

  list = (items: readonly string[]): string =>
    this.#isUnknown ? khmerList(items) : this.#intl.formatList([...items], { type: 'conjunction' })

  /**
   * A date with the precision it has: `3 June 2022`, `November 2027`, `2028`.
   * `short` cuts the name of the month. The text itself where it is no date we know.
   */
  date = (iso: string, { short = false }: { short?: boolean } = {}): string => {
    const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(iso)
    if (match === null) return iso
    const [, year, month, day] = match
    if (month === undefined) return String(year)
    if (this.#isUnknown) return khmerDate(Number(year), Number(month), day === undefined ? null : Number(day))
    return this.#intl.formatDate(new Date(`${year}-${month}-${day ?? '01'}T00:00:00Z`), {
      timeZone: 'UTC',
      year: 'numeric',
      month: short ? 'short' : 'long',
      ...(day === undefined ? {} : { day: 'numeric' }),
    })
  }

  /** Compares names in the order of the language. */
  compare = (a: string, b: string): number => new Intl.Collator(LOCALE[this.language], { numeric: true }).compare(a, b)
}

export function provideMessages(): Messages {
  return setContext(KEY, new Messages())
}

export function useMessages(): Messages {
  return getContext<Messages>(KEY)
}
