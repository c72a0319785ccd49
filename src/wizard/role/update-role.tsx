import { cloudFormation } from '#core/artifacts/cloudformation.ts'
import { ownTemplateReasons, templateParameters } from '#core/artifacts/template-choice.ts'
import { accountIdInGroups } from '#core/aws/account-id.ts'
import type { RolePlan } from '#core/connection/role-plan.ts'
import { localized } from '#i18n/language.ts'
import { CopyButton, DownloadButton } from '#ui/controls/action-buttons.tsx'
import { FactList, NumberedStep, NumberedSteps } from '#ui/controls/lists.tsx'
import { Code } from '#ui/editor/code.tsx'
import { correction } from '#wizard/verification/correction.ts'
import { verificationMessages } from '#wizard/verification/verification-messages.ts'
import { roleMessages } from './role-messages.ts'

const otherWays = ['permissions-policy', 'permissions-policy-command'] as const

/** In place of the launch link, which would create a second stack with names that are taken. */
export function UpdateRole({ plan }: { plan: RolePlan }) {
  const words = localized(roleMessages).update
  const roleWords = localized(roleMessages)
  const { filename, text } = cloudFormation.render(plan)
  const values = ownTemplateReasons(plan).length > 0 ? [] : Object.entries(templateParameters(plan))
  return (
    <section className="stack role-launch" aria-label={words.title}>
      <NumberedSteps>
        <NumberedStep title={roleWords.signedIn(accountIdInGroups(plan.accountId))} />
        <NumberedStep title={words.open(plan.stackName)}>
          <p className="hint">{words.openHint(filename)}</p>
          <div className="row">
            <DownloadButton
              text={text}
              filename={filename}
              mediaType="application/yaml"
              label={roleWords.upload.downloadLabel}
              look="primary"
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
      <p>{words.otherWayText(plan.policyName, plan.roleName)}</p>
      <div className="row">
        {otherWays.map((code) => (
          <CopyButton key={code} text={correction(code, plan).text} label={localized(verificationMessages).copy[code]} />
        ))}
      </div>
    </section>
  )
}
