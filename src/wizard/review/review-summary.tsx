import { planTemplate } from '#core/artifacts/cloudformation.ts'
import type { RolePlan } from '#core/connection/role-plan.ts'
import { localized } from '#i18n/language.ts'
import { Card } from '#ui/controls/card.tsx'
import { FactList } from '#ui/controls/lists.tsx'
import { Code } from '#ui/editor/code-view.tsx'
import { PlainPermissions } from '#wizard/app/plain-permissions.tsx'
import { Untested } from '#wizard/verification/checks.tsx'
import { longDate } from '#wizard/verification/time.tsx'
import { useVerification } from '#wizard/verification/use-verification.ts'
import { diagnosisTitle, namedChecks } from '#wizard/verification/verdict-texts.ts'
import { reviewMessages } from './review-messages.ts'

/** The first page on paper: the result, its date, and the version of what was reviewed. */
export function ReviewSummary({ plan, connectionId }: { readonly plan: RolePlan; readonly connectionId: string }) {
  const words = localized(reviewMessages).summary
  const { data: polling } = useVerification(connectionId)
  const verdict = polling?.verdict ?? null
  const checks = namedChecks(verdict, plan)
  const passed = checks.filter(({ state }) => state === 'passed').length
  const result = verdict === null ? words.unchecked : diagnosisTitle(verdict.diagnosis)
  return (
    <section className="stack review-part review-summary" aria-label={words.title}>
      <h2>{words.title}</h2>
      <Card>
        <FactList
          facts={[
            { term: words.result, value: <b key={result}>{result}</b> },
            ...(verdict === null
              ? []
              : [
                  { term: words.checks, value: words.passed(passed, checks.length) },
                  { term: words.date, value: longDate(verdict.checkedAt) },
                ]),
            { term: words.role, value: <Code text={plan.roleArn} /> },
            { term: words.version, value: <Code text={planTemplate(plan).version} /> },
          ]}
        />
        <PlainPermissions {...plan} />
        {verdict?.kind === 'verified' && <Untested items={verdict.untested} roles={verdict.untriedRoles} vendor={plan.vendor} />}
      </Card>
    </section>
  )
}
