import * as z from 'zod/mini'
import { attachedIn, attachment } from './attached-policies.ts'
import { policyDocument, policyFact, unwrapped } from './json-text.ts'
import { dynamicBlock, mark, markedNames } from './open-value.ts'
import type { PastedFact, RoleFact } from './pasted-fact.ts'
import { isStatement } from './rejection.ts'
import { roleArnParts } from './role-shapes.ts'

const oneOrMany = <Schema extends z.ZodMiniType>(schema: Schema) => z.union([z.array(schema), schema])
const texts = oneOrMany(z.string())

const Condition = z.object({ test: z.string(), variable: z.string(), values: texts })
const Principals = z.object({ type: z.string(), identifiers: texts })
/** The content that a dynamic block adds for each value, where the text shows it. */
const dynamic = <Schema extends z.ZodMiniType>(content: Schema) => oneOrMany(z.object({ content: z.catch(z.optional(content), undefined) }))

const Statement = z.object({
  effect: z.optional(z.string()),
  actions: z.optional(texts),
  not_actions: z.optional(texts),
  resources: z.optional(texts),
  not_resources: z.optional(texts),
  principals: z.optional(oneOrMany(Principals)),
  condition: z.optional(oneOrMany(Condition)),
  'dynamic principals': z.optional(dynamic(Principals)),
  'dynamic condition': z.optional(dynamic(Condition)),
})
type Statement = z.infer<typeof Statement>

const Block = z
  .object({ statement: z.optional(oneOrMany(Statement)), 'dynamic statement': z.optional(dynamic(Statement)) })
  .check(z.refine((block) => block.statement !== undefined || block['dynamic statement'] !== undefined))

const listOf = <Value>(value: Value | Value[] | undefined): readonly Value[] => {
  if (value === undefined) return []
  return Array.isArray(value) ? value : [value]
}

const contentsOf = <Value>(blocks: { content?: Value | undefined } | { content?: Value | undefined }[] | undefined): readonly Value[] =>
  listOf(blocks).flatMap(({ content }) => content ?? [])

type Conditions = Record<string, Record<string, readonly string[]>>

function conditionsOf(all: readonly z.infer<typeof Condition>[]): Conditions {
  const conditions: Conditions = {}
  for (const { test, variable, values } of all) conditions[test] = { ...conditions[test], [variable]: listOf(values) }
  return conditions
}

/** Others that a dynamic block may add are no part of the policy as far as the text shows it. */
const isRequested = ({ variable }: z.infer<typeof Condition>): boolean => /^(?:sts:ExternalId|aws:PrincipalArn)$/i.test(variable)

/** Blocks of type `*` trust everybody. */
function principalOf(blocks: readonly z.infer<typeof Principals>[]): string | Record<string, readonly string[]> {
  if (blocks.some(({ type }) => type === '*')) return '*'
  return Object.fromEntries(
    blocks.map(({ type, identifiers }) => [markedNames(type).length > 0 ? 'AWS' : type, listOf(identifiers)] as const),
  )
}

function statementOf(block: Statement): object {
  const principals = [...listOf(block.principals), ...contentsOf(block['dynamic principals'])]
  const hasPrincipal = block.principals !== undefined || block['dynamic principals'] !== undefined
  const conditions = [...listOf(block.condition), ...contentsOf(block['dynamic condition']).filter(isRequested)]
  return {
    Effect: block.effect ?? 'Allow',
    ...(hasPrincipal ? { Principal: principals.length === 0 ? { AWS: mark(dynamicBlock('principals')) } : principalOf(principals) } : {}),
    ...(block.actions === undefined ? {} : { Action: listOf(block.actions) }),
    ...(block.not_actions === undefined ? {} : { NotAction: listOf(block.not_actions) }),
    ...(block.resources === undefined ? {} : { Resource: listOf(block.resources) }),
    ...(block.not_resources === undefined ? {} : { NotResource: listOf(block.not_resources) }),
    ...(conditions.length === 0 ? {} : { Condition: conditionsOf(conditions) }),
  }
}

/** Statements of a dynamic block count where there are no others. */
function statementsOf(block: z.infer<typeof Block>): readonly Statement[] {
  const written = listOf(block.statement)
  return written.length > 0 ? written : contentsOf(block['dynamic statement'])
}

const dynamicNames = ['principals', 'condition', 'statement'] as const

/** The dynamic blocks, as what the text leaves open. */
function dynamicBlocks(block: z.infer<typeof Block>): readonly string[] {
  const keys = [block, ...statementsOf(block)].flatMap((part) => Object.keys(part))
  return dynamicNames.filter((name) => keys.includes(`dynamic ${name}`)).map(dynamicBlock)
}

/** A permissions policy that a block adds to can't be compared. */
function documentFact(block: z.infer<typeof Block>): PastedFact | null {
  const document = policyDocument({ Version: '2012-10-17', Statement: statementsOf(block).map(statementOf) })
  const fact = document === null ? null : policyFact(document, null)
  const open = dynamicBlocks(block)
  if (fact === null || open.length === 0) return fact
  return fact.kind === 'trust-policy' ? { ...fact, proviso: { open, defaults: {} } } : null
}

/**
 * The policies in `aws_iam_policy_document`, which Terraform writes as JSON in version 2012-10-17.
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document
 */
const terraformDocuments = (objects: readonly object[]): readonly PastedFact[] =>
  objects.flatMap((object): PastedFact[] => {
    const { data: block } = Block.safeParse(object)
    return block === undefined ? [] : [documentFact(block)].filter((fact) => fact !== null)
  })

type Properties = ReadonlyMap<string, unknown>

/** `MaxSessionDuration`, `maxSessionDuration` and `max_session_duration` are one name. */
const propertiesOf = (value: object): Properties =>
  new Map(Object.entries(value).map(([key, property]) => [key.toLowerCase().replaceAll('_', ''), property]))

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)
const firstText = (properties: Properties, ...keys: readonly string[]): string | null =>
  keys.map((key) => textOf(properties.get(key))).find((text) => text !== null) ?? null

function secondsOf(value: unknown): number | null {
  return /^\d{4,5}$/.test(String(value)) ? Number(value) : null
}

function boundaryOf(value: unknown): string | undefined {
  const arn = typeof value === 'object' && value !== null ? propertiesOf(value).get('permissionsboundaryarn') : value
  return textOf(arn) ?? undefined
}

function roleFact(properties: Properties, isDeclared = false): RoleFact | null {
  const trustPolicy = ['assumerolepolicydocument', 'assumerolepolicy'].map((key) => policyDocument(properties.get(key))).find(Boolean)
  if (!trustPolicy) return null
  const arn = firstText(properties, 'arn')
  const parts = roleArnParts(arn ?? '')
  return {
    kind: 'role',
    arn,
    partition: parts?.partition ?? null,
    accountId: parts?.accountId ?? null,
    roleName: firstText(properties, 'rolename', 'name') ?? parts?.roleName ?? null,
    ...(isDeclared && !properties.has('rolename') ? { isNameGenerated: true } : {}),
    path: firstText(properties, 'path') ?? parts?.path ?? null,
    maxSessionDuration: secondsOf(properties.get('maxsessionduration')),
    permissionsBoundary: boundaryOf(properties.get('permissionsboundary')),
    trustPolicy,
    attachedPolicies: attachedIn(properties) ?? (isDeclared ? { arns: [], isWhole: true } : undefined),
  }
}

/** More is no answer about one role. */
const mostObjects = 5000
const deepest = 60

function objectsIn(value: unknown): readonly object[] {
  const found: object[] = []
  const visit = (part: unknown, depth: number): void => {
    const inner = unwrapped(part)
    if (typeof inner !== 'object' || inner === null || depth > deepest || found.length >= mostObjects) return
    found.push(inner)
    for (const within of Object.values(inner)) visit(within, depth + 1)
  }
  visit(value, 0)
  return found
}

/** A role of CloudFormation has the managed policies that its properties name, and no others. */
const declaredRoles = (objects: readonly object[]): ReadonlySet<unknown> =>
  new Set(
    objects.flatMap((object) =>
      'Type' in object && object.Type === 'AWS::IAM::Role' && 'Properties' in object ? [object.Properties] : [],
    ),
  )

/** Inputs of the modules of the registry that make a role. https://registry.terraform.io/modules/terraform-aws-modules/iam/aws/latest */
const Module = z.object({
  source: z.string(),
  trusted_role_arns: z.optional(texts),
  role_sts_externalid: z.optional(texts),
  role_requires_mfa: z.optional(z.union([z.boolean(), z.string()])),
  role_name: z.optional(z.string()),
  name: z.optional(z.string()),
  principals: z.optional(z.record(z.string(), texts)),
  assume_role_conditions: z.optional(oneOrMany(Condition)),
  trust_policy_conditions: z.optional(oneOrMany(Condition)),
  trust_policy_permissions: z.optional(z.record(z.string(), Statement)),
})
type Module = z.infer<typeof Module>

/**
 * In every version that has this module, which version 6 replaced by `iam-role`.
 * https://registry.terraform.io/modules/terraform-aws-modules/iam/aws/5.52.2/submodules/iam-assumable-role
 */
const requiresMfaByDefault = ({ source }: Module): boolean => /\biam-assumable-role(?:[?#/]|$)/.test(source)

function moduleMfa({ role_requires_mfa: mfa, ...module }: Module): RoleFact['moduleMfa'] {
  if (module.trusted_role_arns === undefined || (mfa !== undefined && mfa !== true)) return undefined
  if (mfa === true) return 'written'
  return requiresMfaByDefault({ ...module }) ? 'default' : undefined
}

function conditionOfModule(module: Module): Conditions {
  const ids = listOf(module.role_sts_externalid)
  return conditionsOf([
    ...listOf(module.assume_role_conditions),
    ...listOf(module.trust_policy_conditions),
    ...(ids.length === 0 ? [] : [{ test: 'StringEquals', variable: 'sts:ExternalId', values: [...ids] }]),
    ...(moduleMfa(module) === undefined ? [] : [{ test: 'Bool', variable: 'aws:MultiFactorAuthPresent', values: ['true'] }]),
  ])
}

function statementsOfModule(module: Module): readonly object[] {
  const { trusted_role_arns: arns, principals, trust_policy_permissions: permissions } = module
  if (permissions !== undefined) return Object.values(permissions).map(statementOf)
  const Principal = arns === undefined ? principals : { AWS: listOf(arns) }
  if (Principal === undefined) return []
  return [{ Effect: 'Allow', Principal, Action: 'sts:AssumeRole', Condition: conditionOfModule(module) }]
}

/** Other modules, and earlier drafts of this one, have another name for the input. */
function withExternalId(object: object): object {
  const [found] = Object.entries(object).filter(([name]) => /^(?:\w+_)?external_?ids?$/i.test(name))
  return found === undefined ? object : { ...object, role_sts_externalid: found[1] }
}

function moduleRole(object: object): RoleFact | null {
  const { data: module } = Module.safeParse(withExternalId(object))
  const Statement = module === undefined ? [] : statementsOfModule(module)
  if (module === undefined || Statement.length === 0) return null
  const role = roleFact(propertiesOf({ name: module.role_name ?? module.name, assume_role_policy: { Version: '2012-10-17', Statement } }))
  const open = markedNames(String(module.role_requires_mfa))
  return role === null ? null : { ...role, moduleMfa: moduleMfa(module), ...(open.length === 0 ? {} : { proviso: { open, defaults: {} } }) }
}

/** The policy that statements in a program make together, without one around them. The rest of them may be missing. */
export function statementsAlone(value: unknown, isWhole: boolean): readonly PastedFact[] {
  const Statement = objectsIn(value).filter(isStatement)
  const document = Statement.length === 0 ? null : policyDocument({ Version: '2012-10-17', Statement })
  const fact = document === null ? null : policyFact(document, null)
  if (fact === null || isWhole) return fact === null ? [] : [fact]
  return [
    fact.kind === 'trust-policy' ? { ...fact, rejection: { kind: 'fragment', message: () => '', at: null } } : { ...fact, isPart: true },
  ]
}

/** The roles, or else the trust policies, somewhere in a larger text: a template, a configuration, an event of CloudTrail. */
export function nestedRoles(value: unknown): readonly PastedFact[] {
  const objects = objectsIn(value)
  const declared = declaredRoles(objects)
  const roles = objects.flatMap((object) => roleFact(propertiesOf(object), declared.has(object)) ?? moduleRole(object) ?? [])
  const attachments = objects.flatMap((object) => attachment(propertiesOf(object)))
  if (roles.length > 0) return [...roles, ...attachments]
  const policies = objects
    .flatMap((object) => ('Statement' in object ? (policyDocument(object) ?? []) : []))
    .flatMap((document) => policyFact(document, null) ?? [])
  const all = [...policies, ...terraformDocuments(objects)]
  const trust = all.filter(({ kind }) => kind === 'trust-policy')
  return [...(trust.length > 0 ? trust : all), ...attachments]
}
