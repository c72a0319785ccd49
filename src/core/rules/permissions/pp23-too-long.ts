import { lengthMaximum, policyLength } from '#core/policy/policy-length.ts'
import { said } from '#core/rules/said.ts'
import type { PermissionsRule } from './permissions-rule.ts'

const group = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',')

export const pp23TooLong: PermissionsRule = {
  id: 'PP23',
  severity: 'error',
  title: 'The policy is too long',
  what: 'More than 6,144 characters in a managed policy, or more than 10,240 in all inline policies of a role together. White space does not count.',
  why: 'AWS refuses it: LimitExceeded.',
  todo: 'Make several managed policies of it, or name fewer ARNs.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html',
  check: ({ root, context: { attachment = 'managed' } }) => {
    const [length, maximum] = [policyLength(root), lengthMaximum[attachment]]
    if (length <= maximum) return []
    const fitsInline =
      length <= lengthMaximum.inline ? said` As the only inline policy of a role it may have ${group(lengthMaximum.inline)}.` : ''
    return [
      {
        message: said`The policy has ${group(length)} characters; AWS takes ${group(maximum)} in ${attachment === 'managed' ? said`a managed policy` : said`the inline policies of a role`}. Make several managed policies of it, or name fewer ARNs.${fitsInline}`,
        path: [],
      },
    ]
  },
}
