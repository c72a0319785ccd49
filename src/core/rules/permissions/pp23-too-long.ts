import { lengthMaximum, policyLength } from '#core/policy/policy-length.ts'
import { messages } from '#core/text/messages.ts'
import type { PermissionsRule } from './permissions-rule.ts'

export const pp23Messages = messages('PP23', {
  title: 'The policy is too long',
  what: 'More than 6,144 characters in a managed policy, or more than 10,240 in all inline policies of a role together. White space does not count.',
  why: 'AWS refuses it: LimitExceeded.',
  todo: 'Make several managed policies of it, or name fewer ARNs.',
  found: (length: string, maximum: string, place: string, inline: string | null) =>
    `The policy has ${length} characters; AWS takes ${maximum} in ${place}. Make several managed policies of it, or name fewer ARNs.${inline === null ? '' : ` As the only inline policy of a role it may have ${inline}.`}`,
  managed: 'a managed policy',
  inline: 'the inline policies of a role',
})

const group = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',')

export const pp23TooLong: PermissionsRule = {
  id: 'PP23',
  severity: 'error',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html',
  messages: pp23Messages,
  check: ({ root, context: { attachment = 'managed' } }) => {
    const [length, maximum] = [policyLength(root), lengthMaximum[attachment]]
    if (length <= maximum) return []
    const inline = length <= lengthMaximum.inline ? group(lengthMaximum.inline) : null
    return [
      {
        message: (language) =>
          pp23Messages
            .in(language)
            .found(
              group(length),
              group(maximum),
              attachment === 'managed' ? pp23Messages.in(language).managed : pp23Messages.in(language).inline,
              inline,
            ),
        path: [],
      },
    ]
  },
}
