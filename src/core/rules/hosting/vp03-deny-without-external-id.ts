import { said } from '#core/rules/said.ts'
import type { HostingRule } from './hosting-rule.ts'
import { namesAssumeRole } from './role-pattern.ts'

export const vp03: HostingRule = {
  id: 'VP03',
  severity: 'warning',
  title: 'Calls without external ID are denied on the vendor side',
  what: 'A Deny of sts:AssumeRole with a condition on sts:ExternalId',
  why: 'It is good in production, but then the probe without external ID is refused on the vendor side, and says nothing of the role.',
  todo: 'Keep it, and let verification run from a role without this Deny.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html',
  check: ({ statements }) =>
    statements
      .filter((statement) => statement.effect === 'Deny' && namesAssumeRole(statement))
      .flatMap(({ conditions }) => conditions.filter(({ keyName }) => keyName === 'sts:externalid'))
      .map(({ path }) => ({
        message: said`This refuses calls without external ID before the role is asked, so verification cannot see whether the role would.`,
        path,
        at: 'key',
      })),
}
