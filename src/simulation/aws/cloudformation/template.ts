import { isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml'
import * as z from 'zod/mini'

type Fault = { readonly kind: 'fault'; readonly fault: string }

type Reading = { readonly kind: 'value'; readonly value: unknown } | Fault

const fault = (text: string): Fault => ({ kind: 'fault', fault: `Template format error: ${text}` })

const deepest = 60

/** `!Sub` becomes `Fn::Sub`. https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html */
function longName(tag: string): string | null {
  const name = /^!([A-Za-z0-9]+)$/.exec(tag)?.[1]
  if (name === undefined) return null
  return name === 'Ref' || name === 'Condition' ? name : `Fn::${name}`
}

const keyText = (key: unknown): string => String(isScalar(key) ? key.value : '')

/** Rejects aliases as too deep, because CloudFormation doesn't accept them either. */
function plain(node: unknown, depth: number): unknown {
  if (depth > deepest || isAlias(node)) throw new RangeError('The template is nested too deeply or repeats itself.')
  if (isScalar(node)) return tagged(node.tag, node.value)
  if (isSeq(node))
    return tagged(
      node.tag,
      node.items.map((item) => plain(item, depth + 1)),
    )
  if (isMap(node)) return tagged(node.tag, Object.fromEntries(node.items.map(({ key, value }) => [keyText(key), plain(value, depth + 1)])))
  return null
}

function tagged(tag: string | undefined, value: unknown): unknown {
  const name = tag === undefined ? null : longName(tag)
  return name === null ? value : { [name]: value }
}

function yamlReading(text: string): Reading {
  const document = parseDocument(text, { logLevel: 'silent', prettyErrors: false })
  const [error] = document.errors
  if (error !== undefined) {
    const before = text.slice(0, error.pos[0]).split('\n')
    return fault(`YAML not well-formed. (line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1})`)
  }
  return { kind: 'value', value: plain(document.contents, 0) }
}

/** Reads YAML and JSON, with functions in their long form. */
function templateSource(text: string): Reading {
  try {
    return yamlReading(text)
  } catch {
    // The parser throws when collections are nested by the thousand.
    return fault('unsupported structure.')
  }
}

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

type TemplateReading = { readonly kind: 'template'; readonly template: Template } | Fault

const resourceTypes = ['AWS::IAM::Role', 'AWS::IAM::RolePolicy']

function shapeFault(value: unknown): Fault {
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
