import * as z from 'zod/mini'
import type { Done, Refusal } from '#simulation/aws/answer.ts'
import type { Call } from '#simulation/aws/call.ts'
import { iamActions } from '#simulation/aws/iam/actions.ts'
import type { PlannedResource } from './stack-plan.ts'

const Document = z.union([z.string(), z.record(z.string(), z.unknown())])
const Text = z.union([z.string(), z.number()])

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-role.html */
const RoleProperties = z.strictObject({
  RoleName: z.optional(z.string()),
  Path: z.optional(z.string()),
  Description: z.optional(z.string()),
  MaxSessionDuration: z.optional(Text),
  PermissionsBoundary: z.optional(z.string()),
  AssumeRolePolicyDocument: Document,
  Policies: z._default(z.array(z.strictObject({ PolicyName: z.string(), PolicyDocument: Document })), []),
  ManagedPolicyArns: z._default(z.array(z.string()), []),
  Tags: z._default(z.array(z.strictObject({ Key: z.string(), Value: z.string() })), []),
})

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-rolepolicy.html */
const RolePolicyProperties = z.strictObject({ RoleName: z.string(), PolicyName: z.string(), PolicyDocument: z.optional(Document) })

/** A resource is created by calls to IAM. */
export type ResourceCall = { readonly action: string; readonly parameters: URLSearchParams }

export type ResourceCalls = {
  readonly kind: 'calls'
  readonly roleName: string
  /** Policies that the stack gave the role: names of inline policies and ARNs of managed ones. */
  readonly policies: readonly string[]
  readonly calls: readonly ResourceCall[]
}

const documentText = (document: z.infer<typeof Document>): string => (typeof document === 'string' ? document : JSON.stringify(document))

export function resourceCall(action: string, parameters: Readonly<Record<string, string | number | undefined>>): ResourceCall {
  const given = Object.entries(parameters).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))
  return { action, parameters: new URLSearchParams(given) }
}

function roleCalls(roleName: string, properties: z.infer<typeof RoleProperties>): ResourceCalls {
  const { AssumeRolePolicyDocument, Policies, ManagedPolicyArns, Tags, ...rest } = properties
  const tags = Object.fromEntries(
    Tags.flatMap(({ Key, Value }, index) => [
      [`Tags.member.${index + 1}.Key`, Key],
      [`Tags.member.${index + 1}.Value`, Value],
    ]),
  )
  const create = resourceCall('CreateRole', {
    ...rest,
    ...tags,
    RoleName: roleName,
    AssumeRolePolicyDocument: documentText(AssumeRolePolicyDocument),
  })
  const inline = Policies.map(({ PolicyName, PolicyDocument }) =>
    resourceCall('PutRolePolicy', { RoleName: roleName, PolicyName, PolicyDocument: documentText(PolicyDocument) }),
  )
  const managed = ManagedPolicyArns.map((arn) => resourceCall('AttachRolePolicy', { RoleName: roleName, PolicyArn: arn }))
  return {
    kind: 'calls',
    roleName,
    policies: [...Policies.map(({ PolicyName }) => PolicyName), ...ManagedPolicyArns],
    calls: [create, ...inline, ...managed],
  }
}

type Fault = { readonly kind: 'fault'; readonly fault: string }

function propertyFault(logicalId: string, issues: readonly z.core.$ZodIssue[]): Fault {
  const [issue] = issues
  const what =
    issue?.code === 'unrecognized_keys' ? `extraneous key [${issue.keys.join(', ')}] is not permitted` : 'invalid or missing value'
  return {
    kind: 'fault',
    fault: `Properties validation failed for resource ${logicalId} with message:\n#/${(issue?.path ?? []).map(String).join('/')}: ${what}`,
  }
}

export function resourceCalls({ logicalId, type, physicalId, properties }: PlannedResource): ResourceCalls | Fault {
  if (type === 'AWS::IAM::Role') {
    const role = RoleProperties.safeParse(properties)
    return role.success ? roleCalls(physicalId, role.data) : propertyFault(logicalId, role.error.issues)
  }
  const policy = RolePolicyProperties.safeParse(properties)
  if (!policy.success) return propertyFault(logicalId, policy.error.issues)
  const { RoleName, PolicyName, PolicyDocument = '' } = policy.data
  const call = resourceCall('PutRolePolicy', { RoleName, PolicyName, PolicyDocument: documentText(PolicyDocument) })
  return { kind: 'calls', roleName: RoleName, policies: [PolicyName], calls: [call] }
}

/** Makes the calls in order, each on the state after the last one, until one is rejected. */
export function madeCalls(call: Call, calls: readonly ResourceCall[]): Done | Refusal {
  let { world } = call
  for (const { action, parameters } of calls) {
    const answer = iamActions[action]?.({ ...call, world, parameters })
    if (answer?.kind === 'refused') return answer
    world = { ...world, state: answer?.state ?? world.state }
  }
  return { kind: 'done', result: null, state: world.state }
}
