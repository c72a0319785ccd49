import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { QuickCreateReading } from '#core/artefacts/quick-create.ts'
import { Card } from '#ui/card.tsx'
import { FactList } from '#ui/fact-list.tsx'
import type { SignedIn } from './aws-request.ts'
import { Answered } from './aws-words.tsx'
import { createStack, type StackRequest, type TemplateSummary } from './cloudformation.ts'
import { accountKey, templateQuery } from './queries.ts'
import { StackForm } from './stack-form.tsx'
import { templateFields } from './template-fields.ts'

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
  const template = useQuery(templateQuery(signedIn, link.templateUrl))
  return (
    <Card as="section">
      <details className="console-details" open={!isCreated}>
        <summary>
          <h2>Quick create stack</h2>
          {isCreated && <span className="hint">A stack with this name exists already in this account.</span>}
        </summary>
        <Answered answer={template.data} waiting="Reading the template…">
          {(summary) => <CreateStack {...{ signedIn, link, onCreated, summary }} />}
        </Answered>
      </details>
    </Card>
  )
}

type CreateStackProps = Omit<QuickCreateProps, 'isCreated'> & { summary: TemplateSummary }

function CreateStack({ signedIn, link, summary, onCreated }: CreateStackProps) {
  const queryClient = useQueryClient()
  const create = useMutation({
    mutationFn: (request: StackRequest) => createStack(signedIn, request),
    onSuccess: async (answer) => {
      if (answer.kind !== 'answer') return
      await queryClient.invalidateQueries({ queryKey: accountKey(signedIn) })
      onCreated()
    },
  })
  const { fields, ignored } = templateFields(summary, link.parameters)
  const facts = [
    { term: 'Template URL', value: <code>{link.templateUrl}</code> },
    { term: 'Description', value: summary.Description || 'None' },
  ]
  return (
    <div className="stack">
      <FactList facts={facts} />
      <StackForm
        stackName={link.stackName ?? ''}
        fields={fields}
        ignored={ignored}
        capabilities={summary.Capabilities}
        isBusy={create.isPending}
        answer={create.data}
        onCreate={(form) => create.mutate({ ...form, templateUrl: link.templateUrl })}
      />
    </div>
  )
}
