/**
 * The editor of a question: CodeMirror with the schema, which completes names, underlines what the schema has not, and
 * knows what stands at the cursor.
 *
 * It lives in a shadow root, because CodeMirror brings its style sheet as an adopted one there; in the page itself it would
 * write it into the document, which the page's policy (`style-src 'self'`) forbids.
 */
import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { bracketMatching, HighlightStyle, indentOnInput, syntaxHighlighting } from '@codemirror/language'
import { lintKeymap } from '@codemirror/lint'
import { Compartment, EditorState, type Extension } from '@codemirror/state'
import { EditorView, keymap, lineNumbers } from '@codemirror/view'
import { tags } from '@lezer/highlight'
import { graphql, showInDocsCommand, updateSchema } from 'cm6-graphql'
import type { GraphQLSchema } from 'graphql'

const MONOSPACE = "ui-monospace, 'SF Mono', Menlo, Consolas, monospace, var(--font-khmer)"
const THEME = EditorView.theme({
  '&': {
    height: '100%',
    fontSize: 'var(--text-sm)',
    color: 'var(--ink)',
    background: 'var(--paper)',
    border: '1px solid var(--rule-strong)',
    borderRadius: 'var(--radius-1)',
  },
  '&.cm-focused': { outline: '2px solid var(--focus)', outlineOffset: '1px' },
  '.cm-scroller': { fontFamily: MONOSPACE, lineHeight: '1.6' },
  '.cm-content': { caretColor: 'var(--ink)', padding: 'var(--s2) 0' },
  '.cm-gutters': { background: 'var(--wash)', color: 'var(--ink-3)', borderInlineEnd: '1px solid var(--rule)' },
  '.cm-matchingBracket': { background: 'var(--accent-wash)', outline: '1px solid var(--accent)' },
  '.cm-tooltip': {
    background: 'var(--paper)',
    color: 'var(--ink)',
    border: '1px solid var(--rule-strong)',
    boxShadow: 'var(--shadow-2)',
    maxWidth: '28rem',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: MONOSPACE, fontSize: 'var(--text-sm)' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: 'var(--s1) var(--s2)' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    background: 'var(--accent)',
    color: 'var(--on-accent)',
  },
  '.cm-completionDetail': { fontStyle: 'normal', opacity: '1' },
  '.cm-completionInfo': { padding: 'var(--s2) var(--s3)', fontSize: 'var(--text-sm)' },
  '.cm-diagnostic-error': { borderInlineStart: '4px solid var(--bad)' },
})
const COLOURS = HighlightStyle.define([
  { tag: [tags.keyword, tags.definitionKeyword], color: 'var(--accent)', fontWeight: 'var(--weight-strong)' },
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: 'var(--ink)' },
  { tag: [tags.attributeName, tags.variableName], color: 'var(--caution)' },
  { tag: [tags.string, tags.number, tags.bool, tags.atom], color: 'var(--good)' },
  { tag: [tags.comment, tags.punctuation, tags.brace, tags.paren], color: 'var(--ink-3)' },
])

/** The editor's own words, said to those who do not see it. */
export type EditorWords = { readonly label: string; readonly phrases: Readonly<Record<string, string>> }

export type Editor = {
  /** Puts another text in its place; one that is there already is left alone, with the cursor in it. */
  show(text: string): void
  know(schema: GraphQLSchema): void
  speak(words: EditorWords): void
  close(): void
}

const spoken = ({ label, phrases }: EditorWords): Extension => [
  EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false' }),
  EditorState.phrases.of(phrases),
]

/** Opens an editor in an element. Tab leaves it, as everywhere else on the page. */
export function openEditor(
  host: HTMLElement,
  {
    text,
    words,
    onChange,
    onRun,
    onExplain,
  }: {
    readonly text: string
    readonly words: EditorWords
    readonly onChange: (text: string) => void
    readonly onRun: () => void
    /** Asked what the word at the cursor means: a type and, where it is one of its fields, the field. */
    readonly onExplain: (type: string | undefined, field: string | undefined) => void
  },
): Editor {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
  const speech = new Compartment()
  const view = new EditorView({
    root,
    parent: root,
    doc: text,
    extensions: [
      keymap.of([
        {
          key: 'Mod-Enter',
          run: () => {
            onRun()
            return true
          },
        },
        { key: 'Mod-k', run: showInDocsCommand, preventDefault: true },
        ...closeBracketsKeymap,
        ...completionKeymap,
        ...lintKeymap,
        ...historyKeymap,
        ...defaultKeymap,
      ]),
      lineNumbers(),
      history(),
      indentOnInput(),
      bracketMatching(),
      closeBrackets(),
      // What is seen can be taken at once: a key pressed in the first moments would otherwise go past the list.
      autocompletion({ interactionDelay: 0 }),
      EditorView.lineWrapping,
      syntaxHighlighting(COLOURS),
      THEME,
      graphql(undefined, {
        // A field's own type where there is none that holds it: a root field stands in Query.
        onShowInDocs: (field, type, parent) => onExplain(parent ?? type, field),
      }),
      speech.of(spoken(words)),
      EditorView.updateListener.of(({ docChanged, state }) => {
        if (docChanged) onChange(state.doc.toString())
      }),
    ],
  })
  return {
    show(next) {
      const { doc } = view.state
      if (doc.toString() !== next) view.dispatch({ changes: { from: 0, to: doc.length, insert: next } })
    },
    know: (schema) => updateSchema(view, schema),
    speak: (next) => view.dispatch({ effects: speech.reconfigure(spoken(next)) }),
    close: () => view.destroy(),
  }
}
