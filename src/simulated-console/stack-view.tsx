import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { FactList } from '#ui/fact-list.tsx'
import type { SignedIn } from './aws-request.ts'
import { AwsWords } from './aws-words.tsx'
import { deleteStack, isFailure, isInProgress, type Stack } from './cloudformation.ts'
import { EventTable } from './event-table.tsx'
import { accountKey } from './queries.ts'
import { StatusWord } from './status-word.tsx'

type StackViewProps = { signedIn: SignedIn; stack: Stack; onDeleted: () => void }

export function StackView({ signedIn, stack, onDeleted }: StackViewProps) {
  const queryClient = useQueryClient()
  const remove = useMutation({
    mutationFn: () => deleteStack(signedIn, stack.StackId),
    onSuccess: async (answer) => {
      if (answer.kind !== 'answer') return
      await queryClient.invalidateQueries({ queryKey: accountKey(signedIn) })
      onDeleted()
    },
  })
  const isBusy = remove.isPending || isInProgress(stack.StackStatus)
  return (
    <Card as="section" className="stack">
      <h3>
        Stack <code>{stack.StackName}</code>
      </h3>
      <p role="status" className="console-status">
        <StatusWord status={stack.StackStatus} /> {statusWords[stack.StackStatus] ?? stack.StackStatusReason}
      </p>
      <RootCause stack={stack} />
      {stack.Outputs.length > 0 && (
        <>
          <h4>Outputs</h4>
          <FactList facts={stack.Outputs.map(({ OutputKey, OutputValue }) => ({ term: OutputKey, value: <code>{OutputValue}</code> }))} />
        </>
      )}
      <h4>Events</h4>
      <EventTable events={stack.events} label={`Events of the stack ${stack.StackName}`} />
      <AwsWords answer={remove.data} />
      <div className="row">
        <Button busy={isBusy} onClick={() => remove.mutate()}>
          Delete stack
        </Button>
      </div>
    </Card>
  )
}

const statusWords: Readonly<Record<string, string>> = {
  CREATE_COMPLETE: 'The role is there. The wizard notices by itself.',
  // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/view-stack-events.html
  ROLLBACK_COMPLETE: 'Nothing was created. Such a stack can only be deleted; then it can be created again.',
}

/** The first thing that failed; what failed after it, failed because of it. Events come newest first. */
function RootCause({ stack }: { stack: Stack }) {
  const cause = stack.events.findLast(
    ({ ResourceStatus, ResourceStatusReason }) => isFailure(ResourceStatus) && ResourceStatusReason !== '',
  )
  if (cause === undefined || !isFailure(stack.StackStatus)) return null
  return (
    <AwsWords
      answer={{ kind: 'error', code: `${cause.LogicalResourceId}: ${cause.ResourceStatus}`, message: cause.ResourceStatusReason }}
    />
  )
}
