import { hasWildcard, isEveryAction, namesAction, servicePrefix } from '#core/policy/action-pattern.ts'
import type { ActionFacts, ServiceFacts, ServiceIndex } from './service-facts.ts'

/** What is known of AWS's actions where the policy is looked at. It is large, so services are loaded as policies name them. */
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

/** The services that a policy names: those to load before it is looked at. Works on text that is not JSON, too. */
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
