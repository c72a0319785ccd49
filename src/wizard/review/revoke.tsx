import type { SpokenDialect } from '#core/artifacts/artifact.ts'
import type { RolePlan } from '#core/connection/role-plan.ts'
import { CopyButton } from '#ui/controls/copy-button.tsx'
import { CodeView } from '#ui/editor/code-view.tsx'
import { spokenArtifact } from '#wizard/words/artifacts.ts'
import { reviewWords } from '#wizard/words/review.ts'
import { roleWords } from '#wizard/words/role.ts'

const words = reviewWords.revoke

/** For each way in which the role may have come. */
export function Revoke({ plan }: { plan: RolePlan }) {
  return (
    <>
      <p>{words.lead(plan.vendor.name)}</p>
      <Tool title={words.stack} label={words.stackLabel} undo={spokenArtifact('cloudformation').undo(plan)} />
      <Tool title={words.commands} label={words.roleLabel} undo={spokenArtifact('aws-cli').undo(plan)} />
    </>
  )
}

function Tool({ title, label, undo }: { title: string; label: string; undo: ReturnType<SpokenDialect['undo']> }) {
  return (
    <>
      <h3>{title}</h3>
      <p>{undo.words}</p>
      {undo.commands !== null && (
        <>
          <CodeView label={label} text={undo.commands.text} language={undo.commands.language} />
          <div className="row">
            <CopyButton text={undo.commands.text} label={roleWords.copy} />
          </div>
        </>
      )}
    </>
  )
}
