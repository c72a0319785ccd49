import { messages } from '#core/text/messages.ts'
import type { HostingRule } from './hosting-rule.ts'
import { namesAssumeRole } from './role-pattern.ts'

export const vp03Messages = messages('VP03', {
  title: 'Calls without external ID are denied on the vendor side',
  what: 'A Deny of sts:AssumeRole with a condition on sts:ExternalId',
  why: 'It is good in production, but then the probe without external ID is refused on the vendor side, and says nothing of the role.',
  todo: 'Keep it, and let verification run from a role without this Deny.',
  found: 'This refuses calls without external ID before the role is asked, so verification cannot see whether the role would.',
})

export const vp03: HostingRule = {
  id: 'VP03',
  severity: 'warning',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html',
  messages: vp03Messages,
  check: ({ statements }) =>
    statements
      .filter((statement) => statement.effect === 'Deny' && namesAssumeRole(statement))
      .flatMap(({ conditions }) => conditions.filter(({ keyName }) => keyName === 'sts:externalid'))
      .map(({ path }) => ({
        message: (language) => vp03Messages.in(language).found,
        path,
        at: 'key',
      })),
}
