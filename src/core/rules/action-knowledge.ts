import * as z from 'zod/mini'
import { isEveryAction, namesAction, servicePrefix } from '#core/policy/action-pattern.ts'
import type { ActionEffect } from '#core/policy/plain-words.ts'
import { hasWildcard } from '#core/policy/wildcard.ts'

const AccessLevel = z.enum(['List', 'Read', 'Write', 'Tagging', 'Permissions management'])
export type AccessLevel = z.infer<typeof AccessLevel>

export type ActionFacts = {
  /** Without the prefix, as AWS writes it. */
  readonly name: string
  readonly level: AccessLevel
  /** The forms of ARN that a policy can name for this action; none: it works on `*` only. */
  readonly arnFormats: readonly string[]
  /** The service's own keys; global ones (`aws:…`) are not listed. */
  readonly conditionKeys: readonly string[]
}

/** A service's actions as AWS documents them. https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html */
export type ServiceFacts = {
  readonly prefix: string
  readonly title: string
  readonly actions: readonly ActionFacts[]
}

/** ARN forms and keys stand once and are named by their index, which makes the files of all services together a third as long. */
const ServiceFile = z.object({
  prefix: z.string(),
  title: z.string(),
  arnFormats: z.array(z.string()),
  conditionKeys: z.array(z.string()),
  actions: z.record(z.string(), z.tuple([AccessLevel, z.array(z.int()), z.array(z.int())])),
})
export type ServiceFile = z.infer<typeof ServiceFile>

const named = (texts: readonly string[], indexes: readonly number[]): string[] => indexes.flatMap((index) => texts[index] ?? [])

/** Parses `iam-data/<prefix>.json`. */
export const ServiceFacts = z.pipe(
  ServiceFile,
  z.transform(
    ({ prefix, title, arnFormats, conditionKeys, actions }): ServiceFacts => ({
      prefix,
      title,
      actions: Object.entries(actions).map(([name, [level, arns, keys]]) => ({
        name,
        level,
        arnFormats: named(arnFormats, arns),
        conditionKeys: named(conditionKeys, keys),
      })),
    }),
  ),
)

/** Parses `iam-data/index.json`: the title of each service by its prefix. */
export const ServiceIndex = z.object({
  /** When the list was made. */
  updatedAt: z.string(),
  services: z.record(z.string(), z.string()),
})
export type ServiceIndex = z.infer<typeof ServiceIndex>

/** AWS's actions, as far as they have been loaded. The data is large, so services are loaded as policies name them. */
export type ActionKnowledge = {
  /** Null: AWS has no service of this prefix. Undefined: it is not loaded. */
  readonly service: (prefix: string) => ServiceFacts | null | undefined
  /** The title of each service by its prefix. */
  readonly titles: Readonly<Record<string, string>>
}

export function actionKnowledge(index: ServiceIndex, loaded: readonly ServiceFacts[]): ActionKnowledge {
  const byPrefix = new Map(loaded.map((service) => [service.prefix, service]))
  return {
    service: (prefix) => {
      const name = prefix.toLowerCase()
      return Object.hasOwn(index.services, name) ? byPrefix.get(name) : null
    },
    titles: index.services,
  }
}

/** The services that a policy names, to load before it is checked. Works on text that is not JSON, too. */
export function namedServices(text: string, index: ServiceIndex): readonly string[] {
  const prefixes = [...text.matchAll(/["']([a-zA-Z0-9-]{1,64}):[a-zA-Z0-9*?]{1,128}["']/g)].map(([, prefix = '']) => prefix.toLowerCase())
  return [...new Set(prefixes)].filter((prefix) => Object.hasOwn(index.services, prefix))
}

/**
 * The actions that a pattern names, or undefined where that is not known: no service is loaded, or the pattern names
 * more than one service.
 */
export function expandedActions(pattern: string, knowledge: ActionKnowledge | undefined): readonly ActionFacts[] | undefined {
  const prefix = servicePrefix(pattern)
  if (knowledge === undefined || prefix === null || hasWildcard(prefix) || isEveryAction(pattern)) return undefined
  const service = knowledge.service(prefix)
  if (service === null) return []
  const name = pattern.slice(prefix.length + 1)
  return service?.actions.filter((action) => namesAction(name, action.name))
}

/** `Write` is also what AWS calls deleting. https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_understand-policy-summary-access-level-summaries.html */
const effects: Readonly<Record<AccessLevel, ActionEffect>> = {
  List: 'reads',
  Read: 'reads',
  Tagging: 'changes',
  'Permissions management': 'deletes',
  Write: 'deletes',
}

/** The most that an action, or any of those that a pattern names, does; null where that is not known. */
export function actionEffect(pattern: string, knowledge: ActionKnowledge | undefined): ActionEffect | null {
  const found = expandedActions(pattern, knowledge)?.map(({ level }) => effects[level])
  if (found === undefined || found.length === 0) return null
  return found.find((effect) => effect === 'deletes') ?? found.find((effect) => effect === 'changes') ?? 'reads'
}
