import type { WordGroups } from '#i18n/word-groups.ts'
import { account } from './account.ts'
import { companyPolicy } from './company-policy.ts'
import { failure } from './failure.ts'
import { partitions } from './partitions.ts'
import { refusals } from './refusals.ts'
import { shell } from './shell.ts'
import { ui } from './ui.ts'
import './plain.ts'

export const words: WordGroups['first'] = { account, companyPolicy, failure, partitions, refusals, shell, ui }
