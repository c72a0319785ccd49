import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '#ui/controls/button.tsx'
import { CheckboxField } from '#ui/controls/fields.tsx'
import type { SignedIn } from './aws-query.ts'
import { AwsErrorMessage, AwsText, awsLabels } from './aws-text.tsx'
import { type Stack, updateStack } from './cloudformation.ts'
import { TemplateFile } from './create-stack.tsx'
import { accountKey } from './queries.ts'

type UpdateStackProps = { signedIn: SignedIn; stack: Stack; isBusy: boolean }

/** Templates of this wizard need no other. */
const capabilities = ['CAPABILITY_NAMED_IAM']

/** Follows https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-updating-stacks-direct.html, on one page. */
export function UpdateStack({ signedIn, stack, isBusy }: UpdateStackProps) {
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
        <TemplateFile onChoose={read} />
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
