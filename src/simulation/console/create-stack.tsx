import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { QuickCreateReading } from '#core/artifacts/quick-create.ts'
import { localized } from '#i18n/language.ts'
import { Card } from '#ui/controls/card.tsx'
import { describedControl, Field } from '#ui/controls/fields.tsx'
import type { Fact } from '#ui/controls/lists.tsx'
import type { SignedIn } from './aws-query.ts'
import { Answered, AwsText, awsLabels, ofAws } from './aws-text.tsx'
import { createStack, type StackRequest, type TemplateSource, type TemplateSummary } from './cloudformation.ts'
import { consoleMessages } from './console-messages.ts'
import { accountKey, templateQuery } from './queries.ts'
import { StackForm } from './stack-form.tsx'
import { templateFields } from './template-fields.ts'

type CreateStackProps = {
  signedIn: SignedIn
  template: TemplateSource
  /** The source of the template. */
  place: Fact
  stackName: string
  parameters: Readonly<Record<string, string>>
  /** After the new stack is on the page. */
  onCreated: () => void
}

function CreateStack(props: CreateStackProps) {
  const template = useQuery(templateQuery(props.signedIn, props.template))
  return (
    <Answered answer={template.data} waiting={localized(consoleMessages).stack.reading}>
      {(summary) => <SummarizedStack {...props} summary={summary} />}
    </Answered>
  )
}

function SummarizedStack({ signedIn, template, place, summary, onCreated, ...given }: CreateStackProps & { summary: TemplateSummary }) {
  const queryClient = useQueryClient()
  const create = useMutation({
    mutationFn: (request: StackRequest) => createStack(signedIn, request),
    onSuccess: async (answer) => {
      if (answer.kind !== 'answer') return
      await queryClient.invalidateQueries({ queryKey: accountKey(signedIn) })
      onCreated()
    },
  })
  const { fields, ignored } = templateFields(summary, given.parameters)
  return (
    <>
      {summary.Description !== '' && (
        <p className="console-description" {...ofAws}>
          {summary.Description}
        </p>
      )}
      <StackForm
        place={place}
        stackName={given.stackName}
        fields={fields}
        ignored={ignored}
        capabilities={summary.Capabilities}
        isBusy={create.isPending}
        answer={create.data}
        onCreate={(form) => create.mutate({ ...form, template })}
      />
    </>
  )
}

export type ReadLink = Extract<QuickCreateReading, { kind: 'quick-create' }>

type QuickCreateProps = {
  signedIn: SignedIn
  link: ReadLink
  /** True if the link's stack exists. */
  isCreated: boolean
  /** After the new stack is on the page. */
  onCreated: () => void
}

export function QuickCreate({ signedIn, link, isCreated, onCreated }: QuickCreateProps) {
  const heading = (
    <h2>
      <AwsText>{awsLabels.quickCreate}</AwsText>
    </h2>
  )
  const form = (
    <CreateStack
      {...{ signedIn, onCreated }}
      template={{ kind: 'url', url: link.templateUrl }}
      place={{ term: awsLabels.templateUrl, value: <code>{link.templateUrl}</code> }}
      stackName={link.stackName ?? ''}
      parameters={link.parameters}
    />
  )
  if (!isCreated) {
    return (
      <section className="stack console-form">
        {heading}
        {form}
      </section>
    )
  }
  return (
    <Card as="section">
      <details className="console-details">
        <summary>
          {heading}
          <span className="hint">{localized(consoleMessages).stack.exists}</span>
        </summary>
        <div className="stack">{form}</div>
      </details>
    </Card>
  )
}

/** A template of the customer's own, as the console takes it. */
export function TemplateFile({ onChoose }: { readonly onChoose: (file: File | undefined) => Promise<void> }) {
  const id = useId()
  const hint = localized(consoleMessages).stack.uploadHint
  return (
    <Field id={id} label={<AwsText>{awsLabels.upload}</AwsText>} hint={hint}>
      <input
        type="file"
        accept=".yaml,.yml,.json,.template"
        {...describedControl(id, { hint })}
        onChange={(event) => void onChoose(event.target.files?.[0])}
      />
    </Field>
  )
}

type Uploaded = { readonly name: string; readonly text: string }

/** Follows https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cfn-console-create-stack.html, on one page. */
export function UploadTemplate({ signedIn, onCreated }: { signedIn: SignedIn; onCreated: () => void }) {
  const [uploaded, setUploaded] = useState<Uploaded | null>(null)
  async function read(file: File | undefined): Promise<void> {
    setUploaded(file === undefined ? null : { name: file.name, text: await file.text() })
  }
  function finish(): void {
    setUploaded(null)
    onCreated()
  }
  return (
    <Card as="section" className="stack">
      <h2>
        <AwsText>{awsLabels.createStack}</AwsText>
      </h2>
      <TemplateFile onChoose={read} />
      {uploaded !== null && (
        <CreateStack
          key={uploaded.text}
          {...{ signedIn }}
          template={{ kind: 'body', text: uploaded.text }}
          place={{ term: awsLabels.templateFile, value: <code>{uploaded.name}</code> }}
          stackName=""
          parameters={{}}
          onCreated={finish}
        />
      )}
    </Card>
  )
}
