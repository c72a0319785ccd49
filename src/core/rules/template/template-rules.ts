import { ct01 } from './ct01-vendor-account-parameter.ts'
import { ct02 } from './ct02-hidden-external-id.ts'
import { ct03 } from './ct03-external-id-limits.ts'
import { ct04 } from './ct04-fixed-partition.ts'
import { ct05 } from './ct05-capability.ts'
import { ct06 } from './ct06-number-for-account.ts'
import { ct07 } from './ct07-no-role-arn.ts'
import { ct08 } from './ct08-template-address.ts'
import { ct09 } from './ct09-changing-template.ts'

export const templateRules = [ct01, ct02, ct03, ct04, ct05, ct06, ct07] as const

/** Of the quick-create link that names the template. */
export const linkRules = [ct08, ct09] as const
