import { cloudFormation } from '#core/artifacts/cloudformation.ts'
import { policyChanges } from '#core/artifacts/policy-changes.ts'
import { ownTemplateReasons, templateParameters } from '#core/artifacts/template-choice.ts'
import { accountIdInGroups } from '#core/aws/account-id.ts'
import { hasPermissions, type RolePlan } from '#core/connection/role-plan.ts'
import { outcomeOf } from '#core/verify/evidence.ts'
import type { Diagnosis, Verdict } from '#core/verify/verdict.ts'
import { decisionTable } from '#core/verify/verdict.ts'
import { currentLanguage, localized } from '#i18n/language.ts'
import { CopyButton, DownloadButton } from '#ui/controls/action-buttons.tsx'
import { FactList, NumberedStep, NumberedSteps } from '#ui/controls/lists.tsx'
import { Code } from '#ui/editor/code-view.tsx'
import { correction, isRoleUpdate } from '#wizard/verification/role-update.ts'
import { verificationMessages } from '#wizard/verification/verification-messages.ts'
import { Launch } from './launch.tsx'
import { roleMessages } from './role-messages.ts'

const stillToCreate: readonly Diagnosis[] = [
  'not-launched',
  'propagating',
  'not-assumable',
  'access-lost',
  'aws-unavailable',
  'check-delayed',
]

/** The role exists and is not at fault, so creating it again would not help. */
const isRoleFine = (verdict: Verdict): boolean =>
  outcomeOf(verdict, 'right-id') === 'assumed' && decisionTable.find(({ code }) => code === verdict.diagnosis)?.actor !== 'customer'

/** The action that the screen offers for the role in AWS. */
export function offerFor(verdict: Verdict | null, connectionId: string): 'create' | 'update' | 'nothing' {
  if (verdict?.diagnosis === 'update-required') return 'nothing'
  if (isRoleUpdate(connectionId)) return 'update'
  if (verdict === null || verdict.kind === 'verified' || verdict.kind === 'waiting') return 'create'
  return isRoleFine(verdict) ? 'nothing' : 'create'
}

type RoleOfferProps = {
  readonly offer: ReturnType<typeof offerFor>
  readonly plan: RolePlan
  readonly isSimulated: boolean
  readonly connectionId: string
  readonly verdict: Verdict | null
}

export function RoleOffer({ offer, verdict, ...launch }: RoleOfferProps) {
  if (offer === 'nothing') return null
  if (offer === 'update') return <UpdateRole plan={launch.plan} />
  return <Launch {...launch} isDone={verdict !== null && !stillToCreate.includes(verdict.diagnosis)} />
}

type UpdatePaste = 'permissions-policy' | 'permissions-policy-command'

/** IAM refuses a policy without statements, so there is none to copy. */
const otherWays = (plan: RolePlan): readonly UpdatePaste[] =>
  hasPermissions(plan) ? ['permissions-policy', 'permissions-policy-command'] : ['permissions-policy-command']

/** Replaces the launch link, which would create a second stack with names that are taken. */
function UpdateRole({ plan }: { plan: RolePlan }) {
  const words = localized(roleMessages).update
  const roleWords = localized(roleMessages)
  const { filename, text } = cloudFormation.render(plan)
  const values = ownTemplateReasons(plan).length > 0 ? [] : Object.entries(templateParameters(plan))
  return (
    <section className="stack role-update" aria-label={words.title}>
      <NumberedSteps>
        <NumberedStep title={roleWords.signedInUpdate(accountIdInGroups(plan.accountId))} />
        <NumberedStep title={words.open(plan.stackName)}>
          <p className="hint">{words.openHint(filename)}</p>
          <div className="row">
            <DownloadButton
              text={text}
              filename={filename}
              mediaType="application/yaml"
              label={roleWords.upload.downloadLabel}
              variant="primary"
            />
          </div>
        </NumberedStep>
        {values.length > 0 && (
          <NumberedStep title={words.values}>
            <FactList facts={values.map(([term, value]) => ({ term, value: <Code text={value} /> }))} />
          </NumberedStep>
        )}
        <NumberedStep title={words.finish}>
          <p className="hint">{words.finishWhy}</p>
        </NumberedStep>
      </NumberedSteps>
      <h2>{words.otherWay}</h2>
      {hasPermissions(plan) && <p>{words.otherWayText(plan.policyName, plan.roleName)}</p>}
      {policyChanges(plan, currentLanguage().code).map((step) => (
        <p key={step}>{step}</p>
      ))}
      <div className="row">
        {otherWays(plan).map((code) => (
          <CopyButton key={code} text={correction(code, plan).text} label={localized(verificationMessages).copy[code]} />
        ))}
      </div>
    </section>
  )
}
