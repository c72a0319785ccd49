import type { QuickCreateReading } from '#core/artifacts/quick-create.ts'
import { localized } from '#i18n/language.ts'
import { Card } from '#ui/controls/card.tsx'
import type { SignedIn } from './aws-request.ts'
import { AwsText, awsLabels } from './aws-text.tsx'
import { consoleMessages } from './console-messages.ts'
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
          <h2>
            <AwsText>{awsLabels.quickCreate}</AwsText>
          </h2>
          {isCreated && <span className="hint">{localized(consoleMessages).stack.exists}</span>}
        </summary>
        <CreateStack
          {...{ signedIn, onCreated }}
          template={{ kind: 'url', url: link.templateUrl }}
          place={{ term: awsLabels.templateUrl, value: <code>{link.templateUrl}</code> }}
          stackName={link.stackName ?? ''}
          parameters={link.parameters}
        />
      </details>
    </Card>
  )
}
