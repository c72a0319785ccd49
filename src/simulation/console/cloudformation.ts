import * as z from 'zod/mini'
import { type AwsAnswer, awsQuery, type SignedIn, XmlText, xmlList } from './aws-query.ts'

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_ParameterDeclaration.html */
const TemplateParameter = z.object({
  ParameterKey: z.string(),
  ParameterType: XmlText,
  DefaultValue: XmlText,
  Description: XmlText,
  NoEcho: z._default(z.stringbool(), false),
  ParameterConstraints: z._default(z.object({ AllowedValues: xmlList(z.string()) }), { AllowedValues: [] }),
})
export type TemplateParameter = z.infer<typeof TemplateParameter>

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_GetTemplateSummary.html */
const TemplateSummary = z.object({
  Description: XmlText,
  Parameters: xmlList(TemplateParameter),
  Capabilities: xmlList(z.string()),
  /** The template's `Metadata` section, as JSON. */
  Metadata: XmlText,
})
export type TemplateSummary = z.infer<typeof TemplateSummary>

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_Stack.html */
const Stack = z.object({
  StackId: z.string(),
  StackName: z.string(),
  StackStatus: z.string(),
  StackStatusReason: XmlText,
  Outputs: xmlList(z.object({ OutputKey: z.string(), OutputValue: XmlText, Description: XmlText })),
})

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_StackEvent.html */
const StackEvent = z.object({
  EventId: z.string(),
  Timestamp: z.string(),
  LogicalResourceId: XmlText,
  PhysicalResourceId: XmlText,
  ResourceType: XmlText,
  ResourceStatus: XmlText,
  ResourceStatusReason: XmlText,
})
export type StackEvent = z.infer<typeof StackEvent>
export type Stack = z.infer<typeof Stack> & { readonly events: readonly StackEvent[] }

const Stacks = z.object({ Stacks: xmlList(Stack) })
const StackEvents = z.object({ StackEvents: xmlList(StackEvent) })

/** The real console puts an uploaded file into S3 first. Here the text is sent with the call. */
export type TemplateSource = { readonly kind: 'url'; readonly url: string } | { readonly kind: 'body'; readonly text: string }

const templateParameter = (template: TemplateSource) =>
  template.kind === 'url' ? { TemplateURL: template.url } : { TemplateBody: template.text }

export function templateSummary(signedIn: SignedIn, template: TemplateSource): Promise<AwsAnswer<TemplateSummary>> {
  const parameters = templateParameter(template)
  return awsQuery({ ...signedIn, service: 'cloudformation', action: 'GetTemplateSummary', parameters }, TemplateSummary)
}

/** Every stack of the account in the Region. The events are read after the status, so that they are never older. */
export async function stacks(signedIn: SignedIn): Promise<AwsAnswer<readonly Stack[]>> {
  const listed = await awsQuery({ ...signedIn, service: 'cloudformation', action: 'DescribeStacks', parameters: {} }, Stacks)
  if (listed.kind !== 'answer') return listed
  const found: Stack[] = []
  for (const stack of listed.result.Stacks) {
    const parameters = { StackName: stack.StackId }
    const events = await awsQuery({ ...signedIn, service: 'cloudformation', action: 'DescribeStackEvents', parameters }, StackEvents)
    if (events.kind !== 'answer') return events
    found.push({ ...stack, events: events.result.StackEvents })
  }
  return { kind: 'answer', result: found }
}

export type StackRequest = {
  readonly template: TemplateSource
  readonly stackName: string
  readonly parameters: Readonly<Record<string, string>>
  readonly capabilities: readonly string[]
}

export function createStack(signedIn: SignedIn, request: StackRequest): Promise<AwsAnswer<unknown>> {
  const parameters = {
    StackName: request.stackName,
    ...templateParameter(request.template),
    Parameters: Object.entries(request.parameters).map(([ParameterKey, ParameterValue]) => ({ ParameterKey, ParameterValue })),
    Capabilities: request.capabilities,
  }
  return awsQuery({ ...signedIn, service: 'cloudformation', action: 'CreateStack', parameters }, z.unknown())
}

type StackUpdate = Pick<StackRequest, 'stackName' | 'capabilities'> & { readonly template: string }

/** Parameters of the new template need defaults. */
export function updateStack(signedIn: SignedIn, { stackName, template, capabilities }: StackUpdate): Promise<AwsAnswer<unknown>> {
  const parameters = { StackName: stackName, TemplateBody: template, Capabilities: capabilities }
  return awsQuery({ ...signedIn, service: 'cloudformation', action: 'UpdateStack', parameters }, z.unknown())
}

export function deleteStack(signedIn: SignedIn, stackId: string): Promise<AwsAnswer<unknown>> {
  return awsQuery({ ...signedIn, service: 'cloudformation', action: 'DeleteStack', parameters: { StackName: stackId } }, z.unknown())
}

/** `…_IN_PROGRESS`: more is to come, except while a change set waits for its execution. https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/view-stack-events.html */
export function isInProgress(status: string): boolean {
  return status.endsWith('_IN_PROGRESS') && status !== 'REVIEW_IN_PROGRESS'
}

/** A failed resource, or a stack that rolls back. */
export function isFailure(status: string): boolean {
  return status.endsWith('_FAILED') || /^(UPDATE_)?ROLLBACK_/.test(status)
}
