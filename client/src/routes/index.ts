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

export const ROUTES: Record<Place, RoutesOfPlace> = {
  recommendations: {
    list: () => import('./recommendations.svelte'),
    one: () => import('./recommendation.svelte'),
  },
  'government-bodies': {
    list: () => import('./government-bodies.svelte'),
    one: () => import('./government-body.svelte'),
  },
  mechanisms: { list: () => import('./mechanisms.svelte'), one: () => import('./mechanism.svelte') },
  'review-documents': { list: () => import('./coverage.svelte'), one: () => import('./review-document.svelte') },
  themes: { list: () => import('./themes.svelte'), one: () => import('./theme.svelte') },
  rights: { list: () => import('./rights.svelte'), one: () => import('./right.svelte') },
  'rights-clusters': { list: () => import('./rights.svelte'), one: () => import('./rights-cluster.svelte') },
  treaties: { list: () => import('./rights.svelte'), one: () => import('./treaty.svelte') },
  'affected-groups': { list: () => import('./affected-groups.svelte'), one: () => import('./affected-group.svelte') },
  'sdg-targets': { list: () => import('./sdg-targets.svelte'), one: () => import('./sdg-target.svelte') },
  'sdg-goals': { list: () => import('./sdg-targets.svelte'), one: () => import('./sdg-goal.svelte') },
  'working-groups': { list: () => import('./working-groups.svelte'), one: () => import('./working-group.svelte') },
  organisations: { list: () => import('./organisations.svelte'), one: () => import('./organisation.svelte') },
  initiatives: { list: () => import('./initiatives.svelte'), one: () => import('./initiative.svelte') },
  events: { list: () => import('./events.svelte'), one: () => import('./event.svelte') },
  deadlines: { list: () => import('./calendar.svelte'), one: () => import('./deadline.svelte') },
  indicators: { list: () => import('./indicators.svelte'), one: () => import('./indicator.svelte') },
  resources: { list: () => import('./resources.svelte'), one: () => import('./resource.svelte') },
  states: { list: () => import('./states.svelte'), one: () => import('./state.svelte') },
  search: { list: () => import('./search.svelte') },
  calendar: { list: () => import('./calendar.svelte') },
  coverage: { list: () => import('./coverage.svelte') },
  graph: { list: () => import('./graph.svelte') },
}
