/** Every word of the interface in Khmer. Loaded only when a page is shown in Khmer. */
import type english from './en.ts'
import { bar } from './bar/km.ts'
import { calendar } from './calendar/km.ts'
import { common } from './common/km.ts'
import { console } from './console/km.ts'
import { coverage } from './coverage/km.ts'
import { governmentBodies } from './governmentBodies/km.ts'
import { graph } from './graph/km.ts'
import { home } from './home/km.ts'
import { importing } from './importing/km.ts'
import { links } from './links/km.ts'
import { nouns } from './nouns/km.ts'
import { recommendation } from './recommendation/km.ts'
import { recommendations } from './recommendations/km.ts'
import { relationships } from './relationships/km.ts'
import { review } from './review/km.ts'
import { search } from './search/km.ts'
import { values } from './values/km.ts'

const khmer: Record<keyof typeof english, string> = {
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
}
export default khmer
