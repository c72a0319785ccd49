import { readFileSync } from 'node:fs'
import type { JsonValue } from '#core/policy/json/json-node.ts'
import { type ActionKnowledge, actionKnowledge, ServiceFacts, ServiceIndex } from '#core/rules/action-knowledge.ts'
import type { PermissionsContext } from './permissions-rule.ts'

const folder = new URL('../../../../public/iam-data/', import.meta.url)
const parsed = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), 'utf8'))

export const index: ServiceIndex = ServiceIndex.parse(parsed('index.json'))

export const serviceFacts = (prefix: string): ServiceFacts => ServiceFacts.parse(parsed(`${prefix}.json`))

const loaded = new Map<string, ServiceFacts>()

/** Covers every service, each read when it is needed. */
export const knowledge: ActionKnowledge = {
  titles: index.services,
  service: (prefix) => {
    const name = prefix.toLowerCase()
    if (!Object.hasOwn(index.services, name)) return null
    const facts = loaded.get(name) ?? serviceFacts(name)
    loaded.set(name, facts)
    return facts
  },
}

/** The wizard's knowledge before a service is loaded. */
export const noneLoaded: ActionKnowledge = actionKnowledge(index, [])

export type Elements = { readonly [element: string]: JsonValue }

export type PermissionsCase = {
  readonly name: string
  readonly statements: readonly Elements[]
  readonly context?: PermissionsContext
  /** The statements after the fix of the rule, where it has one. */
  readonly fixed?: readonly Elements[]
}

export type PermissionsCases = {
  readonly bad: readonly PermissionsCase[]
  readonly good: readonly PermissionsCase[]
  /** Looks like it and is not. */
  readonly nearMiss: readonly PermissionsCase[]
}

type Actions = string | readonly string[]

export const allow = (Action: Actions, Resource: Actions = '*', more: Elements = {}): Elements => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...more,
})
export const deny = (Action: Actions, Resource: Actions = '*', more: Elements = {}): Elements => ({
  Effect: 'Deny',
  Action,
  Resource,
  ...more,
})
export const when = (operator: string, key: string, value: JsonValue): Elements => ({ Condition: { [operator]: { [key]: value } } })

/** A policy variable. */
export const variable = (name: string): string => `$\{${name}}`

export const textOf = ({ statements }: Pick<PermissionsCase, 'statements'>): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2)

export const account = '444455556666'
export const bucket = 'arn:aws:s3:::acme-uploads'
export const objects = `${bucket}/*`
export const role = `arn:aws:iam::${account}:role/ImageWorker`
export const tagged = when('StringEquals', 'aws:ResourceTag/CreatedFor', 'Pixelworks')
export const known: PermissionsContext = { knowledge }

export const one = (name: string, ...statements: readonly Elements[]): PermissionsCase => ({ name, statements })

export const readObjects = one('objects of one bucket', allow('s3:GetObject', objects))
