/** What the graph page calls things, in the language of the page: things, values of filters, steps, relationships. */
import { cutText, twoLines } from '../../graph-view/labels.ts'
import type { StepLabel } from '../../graph-view/history.ts'
import { isGroupId, type ShownNode } from '../../graph-view/shown.ts'
import type { Facet, ViewNode } from '../../graph-view/view.ts'
import type { MessageKey, MessageValues, Messages } from '../../messages/messages.svelte.ts'
import type { GraphSession } from './session.svelte.ts'

/** Facets whose values are words of the API, with the group of messages that says them. */
const WORDS: Partial<Record<Facet, string>> = { status: 'status', kind: 'kind', position: 'position' }

export class GraphWords {
  readonly #session: GraphSession
  readonly #messages: Messages

  constructor(session: GraphSession, messages: Messages) {
    this.#session = session
    this.#messages = messages
  }

  get language(): 'en' | 'km' {
    return this.#messages.language
  }
  #local({ name, nameKm }: { readonly name: string; readonly nameKm: string | null }): string {
    return this.language === 'km' && nameKm !== null ? nameKm : name
  }

  nameOf(node: ViewNode | ShownNode): string {
    if ('group' in node && node.group !== null) {
      const by = this.#session.view.grouping?.by ?? 'theme'
      return this.#messages.t('graph.groupName', {
        count: node.group.members.length,
        value: this.value(by, node.group.value),
      })
    }
    return this.#local(node)
  }
  nameById(id: string): string {
    if (isGroupId(id)) {
      const sign = this.#session.shown.nodes.find((node) => node.id === id)
      return sign === undefined ? id.slice(id.indexOf('=') + 1) : this.nameOf(sign)
    }
    const node = this.#session.view.nodes.get(id) ?? this.#session.names.get(id)
    return node === undefined ? id : this.#local(node)
  }
  /** The language a thing is named in: English where no verified Khmer form is known. */
  langOf(node: Pick<ViewNode, 'nameKm'>): 'en' | 'km' {
    return this.language === 'km' && node.nameKm !== null ? 'km' : 'en'
  }

  value(by: Facet | 'year', value: string): string {
    if (by === 'year') return value
    const group = WORDS[by]
    return group === undefined ? this.nameById(value) : this.#messages.word(group, value)
  }
  facet(by: Facet | 'year'): string {
    return this.#messages.t(`graph.facet.${by}`)
  }
  relationship(type: string): string {
    return this.#messages.word('relationship', type)
  }

  /**
   * What stands beside a sign: a recommendation by its paragraph and summary, a body by its acronym, a document by its
   * symbol, everything else by its name.
   */
  linesOf(node: ShownNode): string[] {
    const name = this.nameOf(node)
    if (node.group !== null)
      return [cutText(this.value(this.#session.view.grouping?.by ?? 'theme', node.group.value), 30)]
    if (node.type === 'Recommendation') {
      const paragraph = /para\. (.+)$/.exec(node.detail ?? '')?.[1]
      const mechanism = this.#short(node)
      const first = [mechanism, paragraph].filter((part) => part !== undefined && part !== '').join(' ')
      return first === '' ? twoLines(name, 34) : [cutText(first, 34), cutText(name, 38)]
    }
    if ((node.type === 'GovernmentBody' || node.type === 'ReviewDocument') && node.detail !== null)
      return [cutText(node.detail, 26)]
    if (node.type === 'Initiative' && node.detail !== null) return [node.detail, cutText(name, 34)]
    return twoLines(name, 24)
  }
  /** `CRC 2011`: who asked and when. */
  #short({ facets, year }: ViewNode): string {
    const [mechanism = ''] = facets.mechanism ?? []
    const code = mechanism
      .slice(mechanism.indexOf(':') + 1)
      .toUpperCase()
      .replace(/-.*$/, '')
    return [code, year].filter((part) => part !== null && part !== '').join(' ')
  }

  /** A message whose values name things by id, layouts and facets by their own words. */
  tell({ key, values }: StepLabel): string {
    const filled: MessageValues = { ...values }
    if (typeof values['id'] === 'string') filled['name'] = cutText(this.nameById(values['id']), 48)
    if (typeof values['layout'] === 'string') filled['layout'] = this.#messages.word('graph.layout', values['layout'])
    if (typeof values['type'] === 'string') filled['type'] = this.#messages.word('type', values['type'], { count: 2 })
    if (typeof values['by'] === 'string') filled['by'] = this.facet(values['by'] as Facet)
    if (typeof values['value'] === 'string')
      filled['value'] = this.value(this.#session.view.grouping?.by ?? 'year', values['value'])
    if (typeof values['step'] === 'string') {
      const { step, ...rest } = values
      filled['step'] = this.tell({ key: step, values: rest })
    }
    return this.#messages.t(key as MessageKey, filled)
  }
}
