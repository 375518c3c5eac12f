/** Which file answers which place. A page is fetched when it is first opened; the home page comes with the first load. */
import type { Component } from 'svelte'
import type { Place } from './paths.ts'

type Page = Promise<{ default: Component }>
type RoutesOfPlace = {
  /** The page of the place itself: its list, where it has things of its own. */
  readonly list?: () => Page
  /** The page of one of its things. */
  readonly one?: () => Page
}

const things = () => import('./things.svelte')
const thing = () => import('./thing.svelte')

export const ROUTES: Record<Place, RoutesOfPlace> = {
  recommendations: { list: () => import('./recommendations.svelte'), one: () => import('./recommendation.svelte') },
  'government-bodies': {
    list: () => import('./government-bodies.svelte'),
    one: () => import('./government-body.svelte'),
  },
  mechanisms: { list: things, one: thing },
  'review-documents': { list: () => import('./coverage.svelte'), one: thing },
  themes: { list: things, one: thing },
  rights: { list: things, one: thing },
  'rights-clusters': { list: things, one: thing },
  treaties: { list: things, one: thing },
  'affected-groups': { list: things, one: thing },
  'sdg-targets': { list: things, one: thing },
  'sdg-goals': { list: things, one: thing },
  'working-groups': { list: things, one: thing },
  organisations: { list: things, one: thing },
  initiatives: { list: things, one: thing },
  events: { list: things, one: thing },
  deadlines: { list: () => import('./calendar.svelte'), one: thing },
  indicators: { list: things, one: thing },
  resources: { list: things, one: thing },
  states: { list: things, one: thing },
  search: { list: () => import('./search.svelte') },
  calendar: { list: () => import('./calendar.svelte') },
  coverage: { list: () => import('./coverage.svelte') },
  compare: { list: () => import('./compare.svelte') },
  'often-asked': { list: () => import('./often-asked.svelte') },
  review: { list: () => import('./review.svelte') },
  match: { list: () => import('./match.svelte') },
  graph: { list: () => import('./graph.svelte') },
  import: { list: () => import('./import.svelte'), one: () => import('./import.svelte') },
}
