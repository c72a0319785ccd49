import type { Undo } from '#core/artifacts/artifact.ts'
import { awsCli } from '#core/artifacts/aws-cli.ts'
import { cloudFormation } from '#core/artifacts/cloudformation.ts'
import type { RolePlan } from '#core/connection/role-plan.ts'
import { currentLanguage, localized } from '#i18n/language.ts'
import { CopyButton } from '#ui/controls/copy-button.tsx'
import { CodeView } from '#ui/editor/code-view.tsx'
import { roleMessages } from '#wizard/role/role-messages.ts'
import { reviewMessages } from './review-messages.ts'

/** For each way the role may have been created. */
export function Revoke({ plan }: { plan: RolePlan }) {
  const words = localized(reviewMessages).revoke
  const language = currentLanguage().code
  return (
    <>
      <p>{words.lead(plan.vendor.name)}</p>
      <Tool title={words.stack} label={words.stackLabel} undo={cloudFormation.undo(plan, language)} />
      <Tool title={words.commands} label={words.roleLabel} undo={awsCli.undo(plan, language)} />
    </>
  )
}

function Tool({ title, label, undo }: { title: string; label: string; undo: Undo }) {
  return (
    <>
      <h3>{title}</h3>
      <p>{undo.words}</p>
      {undo.commands !== null && (
        <>
          <CodeView label={label} text={undo.commands.text} language={undo.commands.language} />
          <div className="row">
            <CopyButton text={undo.commands.text} label={localized(roleMessages).copy} />
          </div>
        </>
      )}
    </>
  )
}
