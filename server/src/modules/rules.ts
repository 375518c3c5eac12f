/** How the fields of every type read from the graph, by type. */
import type { TypeRules } from '../cypher/composer.ts'
import { AffectedGroup } from './affected-groups/rules.ts'
import { Assessment, Evidence } from './assessments/rules.ts'
import { Deadline } from './deadlines/rules.ts'
import { Event } from './events/rules.ts'
import { GovernmentBody } from './government-bodies/rules.ts'
import { Indicator, Measurement } from './indicators/rules.ts'
import { Initiative } from './initiatives/rules.ts'
import { Mechanism } from './mechanisms/rules.ts'
import { Organisation } from './organisations/rules.ts'
import { Recommendation } from './recommendations/rules.ts'
import { Resource } from './resources/rules.ts'
import { ReviewDocument } from './review-documents/rules.ts'
import { Right, RightsCluster, Treaty } from './rights/rules.ts'
import { SdgGoal, SdgTarget } from './sdg-targets/rules.ts'
import { State } from './states/rules.ts'
import { Theme } from './themes/rules.ts'
import { WorkingGroup } from './working-groups/rules.ts'

export const RULES: ReadonlyMap<string, TypeRules> = new Map<string, TypeRules>(
  Object.entries({
    AffectedGroup,
    Assessment,
    Deadline,
    Event,
    Evidence,
    GovernmentBody,
    Indicator,
    Initiative,
    Measurement,
    Mechanism,
    Organisation,
    Recommendation,
    Resource,
    ReviewDocument,
    Right,
    RightsCluster,
    SdgGoal,
    SdgTarget,
    State,
    Theme,
    Treaty,
    WorkingGroup,
  }),
)
