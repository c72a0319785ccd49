import type { RolePlan } from '#core/connection/role-plan.ts'
import {
  type EditedGrants,
  type GrantedSet,
  type GrantedSetsPlan,
  editedGrants as inGrants,
  grantedSets as inSets,
} from '#core/review/granted-sets.ts'
import type { Say } from '#core/rules/said.ts'
import { localized } from '#i18n/language.ts'
import { riskMessages } from './sentence-messages.ts'
import { sayPlain } from './sentences.ts'

/** What each permission does, and what it could do at worst, in the language of the page. */
const say: Say = (sentence, entry) => (entry === 'action-risks' ? localized(riskMessages).say(sentence, entry) : sayPlain(sentence, entry))

export const grantedSets = (plan: GrantedSetsPlan): readonly GrantedSet[] => inSets(plan, say)

export const editedGrants = (plan: Pick<RolePlan, 'isPolicyEdited' | 'permissionsPolicy'>): EditedGrants | null => inGrants(plan, say)
