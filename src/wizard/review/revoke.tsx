import type { SpokenDialect } from '#core/artefacts/artefact.ts'
import type { RolePlan } from '#core/role-plan.ts'
import { CodeView } from '#ui/code-view.tsx'
import { CopyButton } from '#ui/copy-button.tsx'
import { spokenArtefact } from '../words/artefacts.ts'
import { reviewWords } from '../words/review.ts'
import { roleWords } from '../words/role.ts'

const words = reviewWords.revoke

/** For each way in which the role may have come. */
export function Revoke({ plan }: { plan: RolePlan }) {
  return (
    <>
      <p>{words.lead(plan.vendor.name)}</p>
      <Way title={words.stack} label={words.stackLabel} undo={spokenArtefact('cloudformation').undo(plan)} />
      <Way title={words.commands} label={words.roleLabel} undo={spokenArtefact('aws-cli').undo(plan)} />
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
            <CopyButton text={undo.commands.text} label={roleWords.copy} />
          </div>
        </>
      )}
    </>
  )
}
