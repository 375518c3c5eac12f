/** `/r/{id}`: the persistent address of anything in the graph. A person is led to its page, a program gets its data. */
import type { Request, Response } from 'express'
import type { GraphQLSchema } from 'graphql'
import type { Db } from '../../../graph/db/index.ts'
import { keyOf, parseId, placeOfLabel, type Label } from '../../../graph/model/index.ts'
import { badInput } from '../errors.ts'
import type { Admitted } from '../http/door.ts'
import { CONTEXT, recommendationNode, thingNode } from './formats/json-ld.ts'
import { jsonOf } from './formats/json.ts'
import { NOUNS, nounRecord } from './nouns.ts'
import { addressOf, nameOf, recordOf } from './records.ts'
import { escapeXml } from './xml.ts'
import { oneStatement, Selection, type Thing } from './selection.ts'
import { isDerived } from './values.ts'

const LANGUAGES = ['en', 'km'] as const
type Language = (typeof LANGUAGES)[number]
const isLanguage = (text: string): text is Language => LANGUAGES.some((language) => language === text)

type Words = { readonly title: string; readonly text: (id: string) => string; readonly home: string }
const NOT_FOUND: Record<Language, Words> = {
  en: {
    title: 'Nothing stands at this address',
    text: (id) =>
      `The graph holds nothing with the id ${id}. Expected one such as body:mosvy, its type before a colon.`,
    home: 'Home',
  },
  km: {
    title: 'រកមិនឃើញទំព័រ',
    text: (id) => `ក្រាហ្វគ្មានអ្វីដែលមានលេខសម្គាល់ ${id} ទេ`,
    home: 'ទំព័រដើម',
  },
}

/** A page of its own: the product's page has no address for what is not there. */
const notFoundPage = (language: Language, id: string): string => {
  const { title, text, home } = NOT_FOUND[language]
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
<title>${title} · Followthrough</title></head>
<body><main><h1>${title}</h1><p>${escapeXml(text(id))}</p><p><a href="/#/${language}/KHM">${home}</a></p></main></body>
</html>
`
}

/** What has a page: the thing itself, else the recommendation or indicator that it belongs to; and a State to look from. */
const pageStatement = (label: Label): string =>
  `MATCH (n:${label} {id: $id}) OPTIONAL MATCH (n)-[:BACKS|OF*1..2]->(owner:Recommendation|Indicator) ` +
  `WITH n, coalesce(owner, n) AS page LIMIT 1 ` +
  `RETURN page.id AS id, coalesce(page.stateId, head([(page)-[:OF_STATE|REVIEWS]->(s:State) | s.id]), ` +
  `CASE WHEN page:State THEN page.id END, head(COLLECT { MATCH (:ReviewDocument)-[:REVIEWS]->(s:State) RETURN s.id LIMIT 1 })) AS stateId`

/** `en` unless the address or the browser asks for Khmer. Throws BAD_USER_INPUT for a language there is not. */
function languageOf(request: Request): Language {
  const { lang } = request.query
  if (lang === undefined) {
    const accepted = request.acceptsLanguages([...LANGUAGES])
    return accepted !== false && isLanguage(accepted) ? accepted : 'en'
  }
  if (typeof lang !== 'string' || !isLanguage(lang)) throw badInput('lang', `expected ${LANGUAGES.join(' or ')}.`)
  return lang
}

/** Everything a thing's own node says, whatever its label. */
function thingRecord(thing: Thing, origin: string): object {
  const noun = NOUNS.find(({ label }) => label === thing.label)
  const own =
    noun === undefined
      ? Object.fromEntries(Object.entries(thing.properties).filter(([name]) => !isDerived(name)))
      : nounRecord(noun, thing)
  return { id: thing.id, type: thing.label, address: addressOf(origin, thing.id), name: nameOf(thing), ...own }
}

type Setting = { readonly db: Db; readonly schema: GraphQLSchema; readonly clock: () => Date }

export async function answerAddress(
  { db, schema, clock }: Setting,
  request: Request,
  response: Response,
  origin: string,
): Promise<void> {
  const language = languageOf(request)
  const id = String(request.params['id'])
  const label = parseId(id)?.label
  const wants = request.accepts(['text/html', 'application/json', 'application/ld+json'])
  response.setHeader('vary', 'accept, accept-language')
  const missing = (): void => {
    const shown = id.slice(0, 200)
    response.status(404)
    if (wants === 'application/json' || wants === 'application/ld+json')
      response.json({
        error: NOT_FOUND.en.text(shown),
        code: 'NOT_FOUND',
        requestId: (request as Request & Admitted).requestId,
      })
    // A browser says that it takes HTML; curl takes anything, and shows it as it comes.
    else if (request.get('accept')?.includes('text/html') === true)
      response.type('text/html').send(notFoundPage(language, shown))
    else response.type('text/plain').send(`${NOT_FOUND[language].text(shown)}\n`)
  }
  if (label === undefined) return missing()

  if (wants !== 'application/json' && wants !== 'application/ld+json') {
    const [page] = await db.read<{ id: string; stateId: string | null }>(
      pageStatement(label),
      { id },
      { name: 'address' },
    )
    const place = page === undefined ? null : placeOfLabel(parseId(page.id)?.label ?? label)
    if (page === undefined || place === null) return missing()
    const state = keyOf(page.stateId ?? 'state:KHM')
    // The page's addresses live in the fragment (client/src/routes/paths.ts reads them).
    response.redirect(303, `/#/${language}/${encodeURIComponent(state)}/${place}/${encodeURIComponent(keyOf(page.id))}`)
    return
  }

  const isLinked = wants === 'application/ld+json'
  const selection = new Selection(db, oneStatement(schema, clock().toISOString().slice(0, 10), id))
  response.type(wants)
  if (label === 'Recommendation') {
    await selection.begin()
    for await (const [row] of selection.batches()) {
      if (row === undefined) continue
      const record = recordOf(row, selection, origin)
      const things = [...selection.things.values()].map((thing) => thingNode(thing, origin))
      const answer = isLinked
        ? { '@context': CONTEXT, '@graph': [recommendationNode(record, origin), ...things] }
        : jsonOf(record)
      response.send(JSON.stringify(answer))
      return
    }
    return missing()
  }
  await selection.load([{ label, id }])
  const thing = selection.things.get(id)
  if (thing === undefined) return missing()
  response.send(
    JSON.stringify(isLinked ? { '@context': CONTEXT, ...thingNode(thing, origin) } : thingRecord(thing, origin)),
  )
}
