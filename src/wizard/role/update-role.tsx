import { accountIdInGroups } from '#core/account-id.ts'
import { cloudFormation } from '#core/artefacts/cloudformation.ts'
import { ownTemplateReasons } from '#core/artefacts/own-template-reasons.ts'
import { templateParameters } from '#core/artefacts/template-parameters.ts'
import type { RolePlan } from '#core/role-plan.ts'
import { Code } from '#ui/code.tsx'
import { CopyButton } from '#ui/copy-button.tsx'
import { DownloadButton } from '#ui/download-button.tsx'
import { FactList } from '#ui/fact-list.tsx'
import { NumberedStep, NumberedSteps } from '#ui/numbered-steps.tsx'
import { correction } from '../verification/correction.ts'
import { roleWords } from '../words/role.ts'
import { verificationWords } from '../words/verification.ts'

const words = roleWords.update

const otherWays = ['permissions-policy', 'permissions-policy-command'] as const

/** In place of the launch link, which would create a second stack with names that are taken. */
export function UpdateRole({ plan }: { plan: RolePlan }) {
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
          <CopyButton key={code} text={correction(code, plan).text} label={verificationWords.copy[code]} />
        ))}
      </div>
    </section>
  )
}
