/**
 * Where the person is, as reactive state: the browser's fragment owns it, this class only follows it.
 * It lives as long as the page and is handed down by context.
 */
import { getContext, setContext } from 'svelte'
import {
  formatAddress,
  idOf,
  languageOf,
  parseAddress,
  placeOf,
  toSearchParams,
  type Address,
  type Language,
  type Place,
  type Query,
} from './paths.ts'

const KEY = Symbol('route')

export class Route {
  #fallbackLanguage: Language
  #fragment = $state('')
  #parsed = $derived.by(() => parseAddress(this.#fragment, this.#fallbackLanguage))
  /** The last address that could be read, so that the bar keeps its language and State on a page not found. */
  #last: Address
  /** Moves of the browser so far. Of two in one moment, a new address and a Back from it, the second leads to where the first began. */
  moves = $state(0)
  /** True from a change of page until the new page's heading has taken the focus. */
  awaitsFocus = false

  constructor(fallbackLanguage: Language) {
    this.#fallbackLanguage = fallbackLanguage
    this.#fragment = window.location.hash
    this.#last = parseAddress('', fallbackLanguage) as Address
    window.addEventListener('hashchange', () => {
      const before = this.#pageOf(this.#fragment)
      this.#fragment = window.location.hash
      if (this.#pageOf(this.#fragment) !== before) this.awaitsFocus = true
      this.moves += 1
    })
  }

  #pageOf(fragment: string): string {
    return fragment.split('?')[0] ?? ''
  }

  /** False where the fragment spells no address of ours. */
  get isKnown(): boolean {
    return this.#parsed !== null
  }

  get address(): Address {
    const parsed = this.#parsed
    this.#last = parsed ?? { ...this.#last, language: languageOf(this.#fragment) ?? this.#last.language }
    return this.#last
  }

  get language(): Language {
    return this.address.language
  }
  get stateCode(): string {
    return this.address.stateCode
  }
  get stateId(): string {
    return `state:${this.address.stateCode}`
  }
  get place(): Place | null {
    return this.address.place
  }
  get key(): string | null {
    return this.address.key
  }
  get query(): URLSearchParams {
    return this.address.query
  }
  /** The id of the thing whose page this is, or null. */
  get id(): string | null {
    return idOf(this.address)
  }

  /** A link to a place in the present language and State. */
  href(place: Place | null, key: string | null = null, query: Query = {}): string {
    return formatAddress({ ...this.address, place, key, query: toSearchParams(query) })
  }

  /** A link to the page of a thing, or null where its type has none. */
  hrefOf(id: string, query: Query = {}): string | null {
    const found = placeOf(id)
    return found === null ? null : this.href(found.place, found.key, query)
  }

  /** The same page in another language. */
  inLanguage(language: Language): string {
    return formatAddress({ ...this.address, language })
  }

  /** The home page of another State. */
  inState(stateCode: string): string {
    return formatAddress({ ...this.address, stateCode, place: null, key: null, query: new URLSearchParams() })
  }

  /** The same page with some values of its query changed; null or [] takes a value out. */
  withQuery(changes: Query): string {
    const query = new URLSearchParams(this.query)
    for (const name of Object.keys(changes)) query.delete(name)
    for (const [name, value] of toSearchParams(changes)) query.append(name, value)
    return formatAddress({ ...this.address, query })
  }

  /** Goes to an address made by this class. `replace` leaves no step in the history, for typing and dragging. */
  go(href: string, { replace = false }: { replace?: boolean } = {}): void {
    if (!replace) {
      window.location.hash = href
      return
    }
    window.history.replaceState(window.history.state, '', href)
    // replaceState raises no event of its own.
    this.#fragment = window.location.hash
  }
}

export function provideRoute(fallbackLanguage: Language): Route {
  return setContext(KEY, new Route(fallbackLanguage))
}

export function useRoute(): Route {
  return getContext<Route>(KEY)
}
