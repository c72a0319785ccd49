import { servicePrefix } from '#core/policy/action-pattern.ts'
import type { Path } from '#core/policy/form/rule.ts'
import type { JsonNode, TextNode } from '#core/policy/json/json-node.ts'
import { readJson } from '#core/policy/json/json-with-positions.ts'
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

/** An action as far as it is written, between the quotes. */
export type ActionPlace = {
  /** Offsets of what stands between the quotes; `end` is the one after the last character. */
  readonly start: number
  readonly end: number
  /** The text before the cursor. */
  readonly written: string
}

type Found = { readonly node: TextNode; readonly path: Path }

const holds = ({ start, end }: JsonNode, offset: number): boolean => start < offset && offset <= end

/** The text around an offset, and where it stands in the document; names of members are none. */
function textAt(node: JsonNode, offset: number, path: Path = []): Found | null {
  if (!holds(node, offset)) return null
  if (node.kind === 'text') return { node, path }
  const parts: readonly (readonly [string | number, JsonNode])[] =
    node.kind === 'list'
      ? node.items.map((item, index) => [index, item] as const)
      : (node.kind === 'object' ? node.members : []).map(({ key, value }) => [key.value, value] as const)
  for (const [step, part] of parts) {
    const found = textAt(part, offset, [...path, step])
    if (found !== null) return found
  }
  return null
}

function isOfActions(path: Path): boolean {
  const [element, ...statement] = path.filter((step) => typeof step === 'string').toReversed()
  return (element === 'Action' || element === 'NotAction') && statement.includes('Statement')
}

/** Where an action is being written, if it is. Works on a document that is not finished, too. */
export function actionPlace(text: string, offset: number): ActionPlace | null {
  const { root } = readJson(text)
  const found = root === null ? null : textAt(root, offset)
  if (found === null || !isOfActions(found.path) || text[found.node.start] !== '"') return null
  const start = found.node.start + 1
  const isClosed = found.node.end - 1 > found.node.start && text[found.node.end - 1] === '"'
  const end = isClosed ? found.node.end - 1 : found.node.end
  return offset < start || offset > end ? null : { start, end, written: text.slice(start, offset) }
}
