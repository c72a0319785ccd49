import type { WordGroups } from '#i18n/word-groups.ts'
import { explained, explainedLink } from './explained.ts'
import { policyEditor } from './policy-editor.ts'

export const words: WordGroups['knowledge'] = { explained, explainedLink, policyEditor }
