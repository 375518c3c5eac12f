/** Every word of the interface in English; the keys are the type every other language is held to. */
import { bar } from './bar/en.ts'
import { calendar } from './calendar/en.ts'
import { common } from './common/en.ts'
import { console } from './console/en.ts'
import { coverage } from './coverage/en.ts'
import { governmentBodies } from './governmentBodies/en.ts'
import { graph } from './graph/en.ts'
import { home } from './home/en.ts'
import { importing } from './importing/en.ts'
import { links } from './links/en.ts'
import { nouns } from './nouns/en.ts'
import { recommendation } from './recommendation/en.ts'
import { recommendations } from './recommendations/en.ts'
import { relationships } from './relationships/en.ts'
import { review } from './review/en.ts'
import { search } from './search/en.ts'
import { values } from './values/en.ts'

export default {
  ...bar,
  ...calendar,
  ...common,
  ...console,
  ...coverage,
  ...governmentBodies,
  ...graph,
  ...home,
  ...importing,
  ...links,
  ...nouns,
  ...recommendation,
  ...recommendations,
  ...relationships,
  ...review,
  ...search,
  ...values,
} as const
