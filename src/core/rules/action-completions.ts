import { servicePrefix } from '#core/policy/action-pattern.ts'
import type { ActionKnowledge } from './action-knowledge.ts'

type ActionCompletion = {
  /** What to write: `s3:` or `s3:GetObject`. */
  readonly text: string
  readonly detail: string
}

export type ActionCompletions =
  | { readonly kind: 'completions'; readonly completions: readonly ActionCompletion[] }
  /** Load this service and ask again. */
  | { readonly kind: 'not-loaded'; readonly service: string }

const known = (completions: readonly ActionCompletion[]): ActionCompletions => ({ kind: 'completions', completions })

const startsAlike = (text: string, start: string): boolean => text.toLowerCase().startsWith(start.toLowerCase())

/** What may follow the start of an action: services up to the colon, then the actions of the service. */
export function actionCompletions(knowledge: ActionKnowledge, start: string): ActionCompletions {
  const prefix = servicePrefix(start)
  if (prefix === null) {
    const services = Object.entries(knowledge.titles).filter(([name]) => startsAlike(name, start))
    return known(services.map(([name, title]) => ({ text: `${name}:`, detail: title })))
  }
  const service = knowledge.service(prefix)
  if (service === undefined) return { kind: 'not-loaded', service: prefix }
  const actions = (service?.actions ?? []).filter(({ name }) => startsAlike(name, start.slice(prefix.length + 1)))
  return known(
    actions.map(({ name, level, arnFormats }) => ({
      text: `${prefix}:${name}`,
      detail: arnFormats.length === 0 ? `${level}, on all resources only` : level,
    })),
  )
}
