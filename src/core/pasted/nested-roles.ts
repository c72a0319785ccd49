import { policyDocument, policyFact, unwrapped } from './json-text.ts'
import type { PastedFact, RoleFact } from './pasted-fact.ts'
import { roleArnParts } from './role-shapes.ts'
import { terraformDocuments } from './terraform-documents.ts'

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

/** The roles, or else the trust policies, somewhere in a larger text: a template, a configuration, an event of CloudTrail. */
export function nestedRoles(value: unknown): readonly PastedFact[] {
  const objects = objectsIn(value)
  const roles = objects.flatMap((object) => roleFact(propertiesOf(object)) ?? [])
  if (roles.length > 0) return roles
  const policies = objects
    .flatMap((object) => ('Statement' in object ? (policyDocument(object) ?? []) : []))
    .flatMap((document) => policyFact(document, null) ?? [])
    .filter(({ kind }) => kind === 'trust-policy')
  return policies.length > 0 ? policies : terraformDocuments(objects)
}
