import * as z from 'zod/mini'
import { templateSource } from './template-source.ts'

const Text = z.pipe(z.union([z.string(), z.number(), z.boolean()]), z.transform(String))
const Count = z.pipe(z.union([z.number(), z.string()]), z.transform(Number))
const Flag = z.pipe(
  z.union([z.boolean(), z.string()]),
  z.transform((value) => String(value) === 'true'),
)

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html */
const Parameter = z.object({
  Type: z.string(),
  Default: z.optional(Text),
  Description: z.optional(z.string()),
  NoEcho: z._default(Flag, false),
  AllowedPattern: z.optional(z.string()),
  AllowedValues: z.optional(z.array(Text)),
  ConstraintDescription: z.optional(z.string()),
  MinLength: z.optional(Count),
  MaxLength: z.optional(Count),
  MinValue: z.optional(Count),
  MaxValue: z.optional(Count),
})
export type Parameter = z.infer<typeof Parameter>

const Resource = z.object({
  Type: z.string(),
  Properties: z._default(z.record(z.string(), z.unknown()), {}),
  Condition: z.optional(z.string()),
  DependsOn: z.optional(z.unknown()),
  DeletionPolicy: z.optional(z.unknown()),
  UpdateReplacePolicy: z.optional(z.unknown()),
  Metadata: z.optional(z.unknown()),
})
export type Resource = z.infer<typeof Resource>

const Output = z.object({
  Value: z.unknown(),
  Description: z.optional(z.string()),
  Condition: z.optional(z.string()),
  Export: z.optional(z.object({ Name: z.unknown() })),
})

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/rules-section-structure.html */
const Rule = z.object({
  RuleCondition: z.optional(z.unknown()),
  Assertions: z.array(z.object({ Assert: z.unknown(), AssertDescription: z.optional(z.string()) })),
})

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-anatomy.html */
export const Template = z.strictObject({
  AWSTemplateFormatVersion: z.optional(z.literal('2010-09-09')),
  Description: z._default(z.string(), ''),
  Metadata: z.optional(z.unknown()),
  Parameters: z._default(z.record(z.string(), Parameter), {}),
  Rules: z._default(z.record(z.string(), Rule), {}),
  Mappings: z._default(z.record(z.string(), z.record(z.string(), z.record(z.string(), z.unknown()))), {}),
  Conditions: z._default(z.record(z.string(), z.unknown()), {}),
  Resources: z.record(z.string(), Resource),
  Outputs: z._default(z.record(z.string(), Output), {}),
})
export type Template = z.infer<typeof Template>

export type TemplateReading =
  | { readonly kind: 'template'; readonly template: Template }
  | { readonly kind: 'fault'; readonly fault: string }

const fault = (text: string): TemplateReading => ({ kind: 'fault', fault: `Template format error: ${text}` })

/** What the simulator can create. */
const resourceTypes = ['AWS::IAM::Role', 'AWS::IAM::RolePolicy']

function shapeFault(value: unknown): TemplateReading {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return fault('unsupported structure.')
  const unknown = Object.keys(value).filter((name) => !Object.hasOwn(Template.shape, name))
  if (unknown.length > 0) return fault(`Invalid template property or properties [${unknown.join(', ')}]`)
  if (!('Resources' in value)) return fault('At least one Resources member must be defined.')
  const issue = Template.safeParse(value).error?.issues[0]
  return fault(`[/${(issue?.path ?? []).map(String).join('/')}] ${issue?.message ?? 'unsupported structure.'}`)
}

export function readTemplate(text: string): TemplateReading {
  const source = templateSource(text)
  if (source.kind === 'fault') return source
  const parsed = Template.safeParse(source.value)
  if (!parsed.success) return shapeFault(source.value)
  const template = parsed.data
  const types = Object.values(template.Resources).map(({ Type }) => Type)
  if (types.length === 0) return fault('At least one Resources member must be defined.')
  const unknown = [...new Set(types)].filter((type) => !resourceTypes.includes(type))
  return unknown.length > 0 ? fault(`Unrecognized resource types: [${unknown.join(', ')}]`) : { kind: 'template', template }
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-iam-template.html#using-iam-capabilities */
export function capabilityOf({ Resources }: Template): 'CAPABILITY_NAMED_IAM' | 'CAPABILITY_IAM' {
  const isNamed = Object.values(Resources).some(
    ({ Type, Properties }) => Type === 'AWS::IAM::Role' && Object.hasOwn(Properties, 'RoleName'),
  )
  return isNamed ? 'CAPABILITY_NAMED_IAM' : 'CAPABILITY_IAM'
}
