import type { SpokenDialect } from '#core/artifacts/artifact.ts'
import type { RolePlan } from '#core/connection/role-plan.ts'
import { localized } from '#i18n/language.ts'
import { CopyButton } from '#ui/controls/copy-button.tsx'
import { CodeView } from '#ui/editor/code-view.tsx'
import { roleMessages } from '#wizard/role/role-messages.ts'
import { spokenArtifact } from '#wizard/words/artifacts.ts'
import { reviewMessages } from './review-messages.ts'

/** For each way in which the role may have come. */
export function Revoke({ plan }: { plan: RolePlan }) {
  const words = localized(reviewMessages).revoke
  return (
    <>
      <p>{words.lead(plan.vendor.name)}</p>
      <Way title={words.stack} label={words.stackLabel} undo={spokenArtifact('cloudformation').undo(plan)} />
      <Way title={words.commands} label={words.roleLabel} undo={spokenArtifact('aws-cli').undo(plan)} />
    </>
  )
}

function Way({ title, label, undo }: { title: string; label: string; undo: ReturnType<SpokenDialect['undo']> }) {
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
