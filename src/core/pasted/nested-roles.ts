import * as z from 'zod/mini'
import { policyDocument, policyFact, unwrapped } from './json-text.ts'
import type { PastedFact, RoleFact } from './pasted-fact.ts'
import { roleArnParts } from './role-shapes.ts'

const oneOrMany = <Schema extends z.ZodMiniType>(schema: Schema) => z.union([z.array(schema), schema])
const texts = oneOrMany(z.string())

const Statement = z.object({
  effect: z.optional(z.string()),
  actions: z.optional(texts),
  not_actions: z.optional(texts),
  principals: z.optional(oneOrMany(z.object({ type: z.string(), identifiers: texts }))),
  condition: z.optional(oneOrMany(z.object({ test: z.string(), variable: z.string(), values: texts }))),
})
type Statement = z.infer<typeof Statement>

const Block = z.object({ statement: oneOrMany(Statement) })

const listOf = <Value>(value: Value | Value[] | undefined): readonly Value[] => {
  if (value === undefined) return []
  return Array.isArray(value) ? value : [value]
}

type Condition = Record<string, Record<string, readonly string[]>>

function conditionOf({ condition }: Statement): Condition {
  const all: Condition = {}
  for (const { test, variable, values } of listOf(condition)) all[test] = { ...all[test], [variable]: listOf(values) }
  return all
}

/** Blocks of type `*` trust everybody. */
function principalOf({ principals }: Statement): string | Record<string, readonly string[]> {
  const blocks = listOf(principals)
  if (blocks.some(({ type }) => type === '*')) return '*'
  return Object.fromEntries(blocks.map(({ type, identifiers }) => [type, listOf(identifiers)]))
}

const statementOf = (block: Statement): object => ({
  Effect: block.effect ?? 'Allow',
  ...(block.principals === undefined ? {} : { Principal: principalOf(block) }),
  ...(block.actions === undefined ? {} : { Action: listOf(block.actions) }),
  ...(block.not_actions === undefined ? {} : { NotAction: listOf(block.not_actions) }),
  ...(block.condition === undefined ? {} : { Condition: conditionOf(block) }),
})

/**
 * The trust policies that stand in `aws_iam_policy_document`, which Terraform writes as JSON in version 2012-10-17.
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document
 */
function terraformDocuments(objects: readonly object[]): readonly PastedFact[] {
  return objects
    .flatMap((object) => {
      const block = Block.safeParse(object)
      return block.success ? [block.data] : []
    })
    .flatMap(({ statement }) => policyDocument({ Version: '2012-10-17', Statement: listOf(statement).map(statementOf) }) ?? [])
    .flatMap((document) => policyFact(document, null) ?? [])
    .filter(({ kind }) => kind === 'trust-policy')
}

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

function roleFact(properties: Properties): RoleFact | null {
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
    path: firstText(properties, 'path') ?? parts?.path ?? null,
    maxSessionDuration: secondsOf(properties.get('maxsessionduration')),
    permissionsBoundary: boundaryOf(properties.get('permissionsboundary')),
    trustPolicy,
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

/** Inputs of the modules of the registry that make a role. https://registry.terraform.io/modules/terraform-aws-modules/iam/aws/latest */
const Module = z.object({
  source: z.string(),
  trusted_role_arns: z.optional(texts),
  role_sts_externalid: z.optional(texts),
  role_requires_mfa: z.optional(z.boolean()),
  role_name: z.optional(z.string()),
  name: z.optional(z.string()),
  principals: z.optional(z.record(z.string(), texts)),
  assume_role_conditions: z.optional(oneOrMany(z.object({ test: z.string(), variable: z.string(), values: texts }))),
  trust_policy_permissions: z.optional(z.record(z.string(), Statement)),
})
type Module = z.infer<typeof Module>

/** The one with `trusted_role_arns` requires MFA unless it is told not to. */
function conditionOfModule({ role_sts_externalid: ids, role_requires_mfa: mfa, ...module }: Module): Condition {
  const ofConditions = conditionOf({ condition: module.assume_role_conditions })
  const StringEquals = {
    ...ofConditions['StringEquals'],
    ...(ids === undefined || listOf(ids).length === 0 ? {} : { 'sts:ExternalId': listOf(ids) }),
  }
  return {
    ...ofConditions,
    ...(Object.keys(StringEquals).length === 0 ? {} : { StringEquals }),
    ...(mfa !== false && module.trusted_role_arns !== undefined ? { Bool: { 'aws:MultiFactorAuthPresent': ['true'] } } : {}),
  }
}

function statementsOfModule(module: Module): readonly object[] {
  const { trusted_role_arns: arns, principals, trust_policy_permissions: permissions } = module
  if (permissions !== undefined) return Object.values(permissions).map(statementOf)
  const Principal = arns === undefined ? principals : { AWS: listOf(arns) }
  if (Principal === undefined) return []
  return [{ Effect: 'Allow', Principal, Action: 'sts:AssumeRole', Condition: conditionOfModule(module) }]
}

function moduleRole(object: object): RoleFact | null {
  const module = Module.safeParse(object)
  const Statement = module.success ? statementsOfModule(module.data) : []
  if (!module.success || Statement.length === 0) return null
  return roleFact(
    propertiesOf({ name: module.data.role_name ?? module.data.name, assume_role_policy: { Version: '2012-10-17', Statement } }),
  )
}

/** The roles, or else the trust policies, somewhere in a larger text: a template, a configuration, an event of CloudTrail. */
export function nestedRoles(value: unknown): readonly PastedFact[] {
  const objects = objectsIn(value)
  const roles = objects.flatMap((object) => roleFact(propertiesOf(object)) ?? moduleRole(object) ?? [])
  if (roles.length > 0) return roles
  const policies = objects
    .flatMap((object) => ('Statement' in object ? (policyDocument(object) ?? []) : []))
    .flatMap((document) => policyFact(document, null) ?? [])
    .filter(({ kind }) => kind === 'trust-policy')
  return policies.length > 0 ? policies : terraformDocuments(objects)
}
