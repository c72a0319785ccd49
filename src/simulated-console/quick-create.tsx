import type { QuickCreateReading } from '#core/artefacts/quick-create.ts'
import { Card } from '#ui/card.tsx'
import type { SignedIn } from './aws-request.ts'
import { CreateStack } from './create-stack.tsx'

export type ReadLink = Extract<QuickCreateReading, { kind: 'quick-create' }>

type QuickCreateProps = {
  signedIn: SignedIn
  link: ReadLink
  /** The stack of the link is there already. */
  isCreated: boolean
  /** Called once the new stack is on the page. */
  onCreated: () => void
}

export function QuickCreate({ signedIn, link, isCreated, onCreated }: QuickCreateProps) {
  return (
    <Card as="section">
      <details className="console-details" open={!isCreated}>
        <summary>
          <h2>Quick create stack</h2>
          {isCreated && <span className="hint">A stack with this name exists already in this account.</span>}
        </summary>
        <CreateStack
          {...{ signedIn, onCreated }}
          template={{ kind: 'url', url: link.templateUrl }}
          place={{ term: 'Template URL', value: <code>{link.templateUrl}</code> }}
          stackName={link.stackName ?? ''}
          parameters={link.parameters}
        />
      </details>
    </Card>
  )
}
