import { ct08, ct09 } from './link-rules.ts'
import { ct01, ct02, ct03, ct06 } from './parameter-rules.ts'
import { ct04, ct05, ct07 } from './resource-rules.ts'

export const templateRules = [ct01, ct02, ct03, ct04, ct05, ct06, ct07] as const

/** Of the quick-create link that names the template. */
export const linkRules = [ct08, ct09] as const
