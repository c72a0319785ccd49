import type { RolePlan } from '#core/connection/role-plan.ts'
import {
  type EditedGrants,
  type GrantedSet,
  type GrantedSetsPlan,
  editedGrants as inGrants,
  grantedSets as inSets,
} from '#core/review/granted-sets.ts'
import { inEnglish, type Say } from '#core/rules/said.ts'
import { inLanguage } from '#i18n/language.ts'
import { type SentenceWords, sayPlain } from './sentences.ts'

const english: SentenceWords = { say: inEnglish }

const words = inLanguage('later', 'risks', english)

/** What each permission does, and what it could do at worst, in the language of the page. */
const say: Say = (sentence, entry) => (entry === 'action-risks' ? words.say(sentence, entry) : sayPlain(sentence, entry))

export const grantedSets = (plan: GrantedSetsPlan): readonly GrantedSet[] => inSets(plan, say)

export const editedGrants = (plan: Pick<RolePlan, 'isPolicyEdited' | 'permissionsPolicy'>): EditedGrants | null => inGrants(plan, say)
