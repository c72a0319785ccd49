import { awsCliUndo } from '#core/artifacts/aws-cli.ts'
import type { RolePlan } from '#core/connection/role-plan.ts'
import { localized } from '#i18n/language.ts'
import { Card } from '#ui/controls/card.tsx'
import { CopyButton } from '#ui/controls/copy-button.tsx'
import { Disclosure } from '#ui/controls/disclosure.tsx'
import { CodeView } from '#ui/editor/code-view.tsx'
import { spokenArtifact } from '#wizard/words/artifacts.ts'
import { connectedMessages } from './connected-messages.ts'

/** How to watch the role and how to be rid of it. */
export function NextSteps({ plan }: { plan: RolePlan }) {
  const words = localized(connectedMessages)
  const commands = awsCliUndo(plan)
  return (
    <Card as="section">
      <div className="stack next-steps">
        <h2>{words.next}</h2>
        <div>
          <h3>{words.watch}</h3>
          <p>{words.watchText(plan.roleName)}</p>
        </div>
        <div>
          <h3>{words.remove}</h3>
          <p>{spokenArtifact('quick-create').undo(plan).words}</p>
        </div>
        <Disclosure summary={words.removeCommands}>
          <div className="stack">
            <CodeView label={words.removeCommands} text={commands.text} language="bash" maxHeight="20rem" />
            <div className="row">
              <CopyButton text={commands.text} label={words.copyCommands} />
            </div>
          </div>
        </Disclosure>
      </div>
    </Card>
  )
}
