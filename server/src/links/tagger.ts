/**
 * Suggests labels (themes, groups, rights, SDG targets …) for a text by a linear model on its words, pairs of words and
 * concepts, trained on texts that carry labels. What it says is a suggestion with a confidence, never a fact.
 */
import { randomFrom } from '../../../graph/random.ts'
import { LinearModel, shuffle, type Features } from './linear.ts'
import { CONCEPT_KINDS, conceptPlaces, kindOfConcept } from './concepts.ts'
import type { Term } from './text.ts'

/** A text with the labels it carries. */
export type LabelledTerms = {
  readonly terms: readonly Term[]
  readonly labels: readonly string[]
}

/** A pair of words is a feature where at least so many training texts have it. */
const MIN_TEXTS_OF_PAIR = 3
const MIN_TEXTS_OF_WORD = 2
/**
 * What a pair and a concept weigh against a word. On UPR Info's 54 issues (3,000 texts read, others asked) micro and macro
 * F1 are .78 and .71 without concepts, .88 and .80 with them.
 */
const WEIGHT_OF_PAIR = 0.7
const WEIGHT_OF_CONCEPT = 1.5
/** How a margin becomes a confidence: 1 / (1 + e^-(slope × margin + shift)), fitted by trainTagger on texts held out. */
type Calibration = { readonly slope: number; readonly shift: number }

/** Places that are named as the reason for a label: more would be the text again. */
const MOST_REASONS = 3
/** Share of what the strongest place adds, under which another does not count as a reason. */
const LEAST_REASON = 0.3

export type Suggestion = { readonly label: string; readonly confidence: number }

export type Reading = {
  readonly suggestions: Suggestion[]
  /** Places in the terms that speak most for a label; empty where none does, and the label is only common. */
  readonly reasonsFor: (label: string) => number[][]
}

/** Stems, pairs of neighbours ("a b"), and concepts ("kind:name"), each with the places of its words in `terms`. */
function placesOf(terms: readonly Term[]): Map<string, number[]> {
  const places = new Map<string, number[]>()
  // Labels are as wide as subjects are: what narrows a subject would only be rare.
  for (const [key, found] of conceptPlaces(terms)) if (kindOfConcept(key) !== 'aspect') places.set(key, found)
  const add = (key: string, ...found: number[]): void => {
    const known = places.get(key)
    if (known === undefined) places.set(key, found)
    else known.push(...found)
  }
  terms.forEach(({ stem }, index) => {
    add(stem, index)
    const next = terms[index + 1]
    if (next !== undefined) add(`${stem} ${next.stem}`, index, index + 1)
  })
  return places
}

const isConcept = (key: string): boolean => CONCEPT_KINDS.some((kind) => key.startsWith(`${kind}:`))
const isPair = (key: string): boolean => key.includes(' ') && !isConcept(key)
const weightOf = (key: string): number => (isConcept(key) ? WEIGHT_OF_CONCEPT : isPair(key) ? WEIGHT_OF_PAIR : 1)

export class Tagger {
  readonly labels: readonly string[]
  readonly #features: ReadonlyMap<string, number>
  readonly #model: LinearModel
  readonly #calibration: Calibration
  readonly #wordWeights: Float32Array

  constructor(
    labels: readonly string[],
    features: ReadonlyMap<string, number>,
    wordWeights: Float32Array,
    model: LinearModel,
    calibration: Calibration,
  ) {
    this.labels = labels
    this.#features = features
    this.#wordWeights = wordWeights
    this.#model = model
    this.#calibration = calibration
  }

  /** The tagger as a file: a line of JSON, then wordWeights (Float32) and per label a scale (Float32) and Int8 weights. */
  toBytes(): Buffer {
    const head = JSON.stringify({
      labels: this.labels,
      features: [...this.#features.keys()],
      calibration: this.#calibration,
      featureCount: this.#model.featureCount,
    })
    return Buffer.concat([
      Buffer.from(`${head}\n`),
      Buffer.from(this.#wordWeights.buffer, this.#wordWeights.byteOffset, this.#wordWeights.byteLength),
      this.#model.toBytes(),
    ])
  }

  static fromBytes(bytes: Buffer): Tagger {
    const end = bytes.indexOf(10)
    const { labels, features, calibration, featureCount } = JSON.parse(bytes.toString('utf8', 0, end)) as {
      labels: string[]
      features: string[]
      calibration: Calibration
      featureCount: number
    }
    const wordWeights = Float32Array.from(features, (_, index) => bytes.readFloatLE(end + 1 + index * 4))
    const model = LinearModel.fromBytes(bytes.subarray(end + 1 + features.length * 4), labels.length, featureCount)
    return new Tagger(labels, new Map(features.map((key, index) => [key, index])), wordWeights, model, calibration)
  }

  #featuresOf(places: ReadonlyMap<string, unknown>): Features {
    return toFeatures(places.keys(), this.#features, this.#wordWeights)
  }

  #confidences(features: Features): Float32Array {
    const { slope, shift } = this.#calibration
    return this.#model.margins(features).map((margin) => 1 / (1 + Math.exp(-(slope * margin + shift))))
  }

  /** Confidence of every label, 0 to 1, in the order of `labels`. */
  confidences(terms: readonly Term[]): Float32Array {
    return this.#confidences(this.#featuresOf(placesOf(terms)))
  }

  /** Labels whose confidence is at least `least`, most confident first. */
  suggest(terms: readonly Term[], least: number): Suggestion[] {
    return this.read(terms, least).suggestions
  }

  /** The same, with what in the text speaks for each. */
  read(terms: readonly Term[], least: number): Reading {
    if (terms.length === 0) return { suggestions: [], reasonsFor: () => [] }
    const places = placesOf(terms)
    const features = this.#featuresOf(places)
    const confidences = this.#confidences(features)
    return {
      suggestions: this.labels
        .map((label, index) => ({ label, confidence: confidences[index] as number }))
        .filter(({ confidence }) => confidence >= least)
        .sort((a, b) => b.confidence - a.confidence || (a.label < b.label ? -1 : 1)),
      reasonsFor: (label) => {
        const parts = this.#model.partsOf(this.labels.indexOf(label), features)
        const partOf = new Map(Array.from(features.ids, (id, at) => [id, parts[at] as number]))
        const credits = new Float32Array(terms.length)
        for (const [key, found] of places) {
          const part = partOf.get(this.#features.get(key) ?? -1) ?? 0
          for (const place of found) credits[place] = (credits[place] as number) + part / found.length
        }
        return strongestOf(credits)
      },
    }
  }
}

/** The strongest places, at most three, in the order of the text; neighbours stand together. */
function strongestOf(credits: Float32Array): number[][] {
  const least = credits.reduce((most, credit) => Math.max(most, credit), 0) * LEAST_REASON
  const best = [...credits.keys()]
    .filter((place) => (credits[place] as number) > least)
    .sort((a, b) => (credits[b] as number) - (credits[a] as number) || a - b)
    .slice(0, MOST_REASONS)
    .sort((a, b) => a - b)
  const groups: number[][] = []
  for (const place of best) {
    const last = groups.at(-1)
    if (last !== undefined && last.at(-1) === place - 1) last.push(place)
    else groups.push([place])
  }
  return groups
}

function toFeatures(
  keys: Iterable<string>,
  features: ReadonlyMap<string, number>,
  wordWeights: Float32Array,
): Features {
  const words = [...keys]
    .map((key) => features.get(key))
    .filter((id) => id !== undefined)
    .sort((a, b) => a - b)
  const ids = Int32Array.from(words)
  const values = new Float32Array(ids.length)
  let squares = 0
  words.forEach((id, at) => {
    values[at] = wordWeights[id] as number
    squares += (wordWeights[id] as number) ** 2
  })
  const length = Math.sqrt(squares) || 1
  for (let at = 0; at < words.length; at += 1) values[at] = (values[at] as number) / length
  return { ids, values }
}

function fitModel(texts: readonly LabelledTerms[], labels: readonly string[]) {
  const inTexts = new Map<string, number>()
  for (const { terms } of texts) for (const key of placesOf(terms).keys()) inTexts.set(key, (inTexts.get(key) ?? 0) + 1)
  const features = new Map<string, number>()
  const weights: number[] = []
  for (const [key, count] of inTexts) {
    if (count < (isPair(key) ? MIN_TEXTS_OF_PAIR : MIN_TEXTS_OF_WORD)) continue
    features.set(key, features.size)
    weights.push(weightOf(key) * Math.log((texts.length + 1) / (count + 0.5)))
  }
  const wordWeights = Float32Array.from(weights)
  const numbers = new Map(labels.map((label, index) => [label, index]))
  const model = LinearModel.train(
    texts.map((text) => ({
      features: toFeatures(placesOf(text.terms).keys(), features, wordWeights),
      labels: new Set(text.labels.map((label) => numbers.get(label)).filter((number) => number !== undefined)),
    })),
    features.size,
    labels.length,
  )
  return { features, wordWeights, model }
}

/** Slope and shift that make the margins of held-out texts honest probabilities (Platt 1999), by Newton's method. */
export function calibrate(margins: readonly number[], isRight: readonly boolean[]): Calibration {
  let slope = 1
  let shift = 0
  for (let round = 0; round < 50; round += 1) {
    let gradientSlope = 0
    let gradientShift = 0
    let slopeSlope = 1e-6
    let slopeShift = 0
    let shiftShift = 1e-6
    margins.forEach((margin, index) => {
      const p = 1 / (1 + Math.exp(-(slope * margin + shift)))
      const error = p - (isRight[index] === true ? 1 : 0)
      const curve = p * (1 - p)
      gradientSlope += error * margin
      gradientShift += error
      slopeSlope += curve * margin * margin
      slopeShift += curve * margin
      shiftShift += curve
    })
    const determinant = slopeSlope * shiftShift - slopeShift * slopeShift
    const moveSlope = (shiftShift * gradientSlope - slopeShift * gradientShift) / determinant
    const moveShift = (slopeSlope * gradientShift - slopeShift * gradientSlope) / determinant
    slope -= moveSlope
    shift -= moveShift
    if (Math.abs(moveSlope) + Math.abs(moveShift) < 1e-6) break
  }
  return { slope, shift }
}

/** What trainTagger found out about itself on texts it was not trained on. */
export type TaggerReport = { readonly microF1: number; readonly macroF1: number; readonly texts: number }

const FOLDS = 3

/**
 * Trains on all texts; confidences are calibrated on thirds held out. `labels` is what may be suggested, and each needs at
 * least one text. Deterministic.
 */
export function trainTagger(texts: readonly LabelledTerms[]): { tagger: Tagger; report: TaggerReport } {
  const labels = [...new Set(texts.flatMap((text) => text.labels))].sort()
  const order = Int32Array.from(texts.keys())
  shuffle(order, randomFrom(7))
  const margins: number[] = []
  const isRight: boolean[] = []
  const right = new Float64Array(labels.length)
  const given = new Float64Array(labels.length)
  const said = new Float64Array(labels.length)
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const isHeldOut = (position: number): boolean => position % FOLDS === fold
    const kept = [...order].filter((_, position) => !isHeldOut(position)).map((index) => texts[index] as LabelledTerms)
    const held = [...order].filter((_, position) => isHeldOut(position)).map((index) => texts[index] as LabelledTerms)
    if (kept.length === 0) continue
    const { features, wordWeights, model } = fitModel(kept, labels)
    for (const text of held) {
      const own = new Set(text.labels)
      model.margins(toFeatures(placesOf(text.terms).keys(), features, wordWeights)).forEach((margin, index) => {
        const isOwn = own.has(labels[index] as string)
        margins.push(margin)
        isRight.push(isOwn)
        if (isOwn) given[index] = (given[index] as number) + 1
        if (margin > 0) said[index] = (said[index] as number) + 1
        if (isOwn && margin > 0) right[index] = (right[index] as number) + 1
      })
    }
  }
  const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0)
  const f1 = (hits: number, all: number, found: number): number => (all + found === 0 ? 0 : (2 * hits) / (all + found))
  const { features, wordWeights, model } = fitModel(texts, labels)
  return {
    tagger: new Tagger(labels, features, wordWeights, model, calibrate(margins, isRight)),
    report: {
      microF1: f1(sum(right), sum(given), sum(said)),
      macroF1:
        labels.reduce(
          (total, _, index) => total + f1(right[index] as number, given[index] as number, said[index] as number),
          0,
        ) / Math.max(1, labels.length),
      texts: texts.length,
    },
  }
}
