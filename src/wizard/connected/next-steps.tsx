import { awsCliUndo } from '#core/artifacts/aws-cli.ts'
import { quickCreate } from '#core/artifacts/quick-create.ts'
import type { RolePlan } from '#core/connection/role-plan.ts'
import { currentLanguage, localized } from '#i18n/language.ts'
import { CopyButton } from '#ui/controls/action-buttons.tsx'
import { Card, Disclosure } from '#ui/controls/card.tsx'
import { CodeView } from '#ui/editor/code-view.tsx'
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
          <p>{quickCreate.undo(plan, currentLanguage().code).words}</p>
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
