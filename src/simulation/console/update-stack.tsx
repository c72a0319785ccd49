import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { localized } from '#i18n/language.ts'
import { Button } from '#ui/controls/button.tsx'
import { CheckboxField, describedControl, Field } from '#ui/controls/fields.tsx'
import type { SignedIn } from './aws-query.ts'
import { AwsErrorMessage, AwsText, awsLabels } from './aws-text.tsx'
import { type Stack, updateStack } from './cloudformation.ts'
import { consoleMessages } from './console-messages.ts'
import { accountKey } from './queries.ts'

type UpdateStackProps = { signedIn: SignedIn; stack: Stack; isBusy: boolean }

/** Templates of this wizard need no other. */
const capabilities = ['CAPABILITY_NAMED_IAM']

/** Follows https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-updating-stacks-direct.html, on one page. */
export function UpdateStack({ signedIn, stack, isBusy }: UpdateStackProps) {
  const id = useId()
  const hint = localized(consoleMessages).stack.uploadHint
  const [template, setTemplate] = useState('')
  const [isAcknowledged, acknowledge] = useState(false)
  const queryClient = useQueryClient()
  const update = useMutation({
    mutationFn: () => updateStack(signedIn, { stackName: stack.StackName, template, capabilities: isAcknowledged ? capabilities : [] }),
    onSuccess: async (answer) => {
      if (answer.kind === 'answer') await queryClient.invalidateQueries({ queryKey: accountKey(signedIn) })
    },
  })
  async function read(file: File | undefined): Promise<void> {
    setTemplate((await file?.text()) ?? '')
  }
  return (
    <details className="console-details">
      <summary>
        <AwsText>{awsLabels.updateStack}</AwsText>
      </summary>
      <div className="stack">
        <Field id={id} label={<AwsText>{awsLabels.upload}</AwsText>} hint={hint}>
          <input
            type="file"
            accept=".yaml,.yml,.json,.template"
            {...describedControl(id, { hint })}
            onChange={(event) => void read(event.target.files?.[0])}
          />
        </Field>
        <CheckboxField
          label={<AwsText>{awsLabels.acknowledgment(capabilities)}</AwsText>}
          checked={isAcknowledged}
          onChange={(event) => acknowledge(event.target.checked)}
        />
        <AwsErrorMessage answer={update.data} />
        <div className="row">
          <Button variant="primary" busy={isBusy || update.isPending} onClick={() => update.mutate()}>
            <AwsText>{awsLabels.submit}</AwsText>
          </Button>
        </div>
      </div>
    </details>
  )
}
