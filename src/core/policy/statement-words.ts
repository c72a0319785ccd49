import { inEnglish, type Say, said } from '#core/rules/said.ts'
import { listOf, type PolicyDocument, type PolicyStatement } from './document.ts'
import { type ActionWords, canOf, resourceName, wordsOf } from './plain-words.ts'

export type ActionEffect = ActionWords['effect']

/**
 * What the actions of a pattern do at most, from whatever is known of AWS's actions; null where it is not known. A known
 * action whose words are ours needs none.
 */
export type EffectOf = (pattern: string) => ActionEffect | null

export type StatementWords = {
  /** The Sid, or null where the statement has none. */
  readonly name: string | null
  readonly effect: PolicyStatement['Effect']
  /** A line for each action. Of a Deny: what is forbidden. */
  readonly lines: readonly string[]
  /** What it does not let anybody do; null where nothing can be promised, and of a Deny. */
  readonly not: string | null
}

const promises = {
  reads: said`Changes and deletes nothing.`,
  changes: said`Deletes nothing; what it overwrites is replaced.`,
  deletes: null,
  reach: said`Reaches nothing else.`,
  unknown: said`What these actions may change is for you to judge.`,
  nothing: said`Allows nothing: it names no action or no resource.`,
} as const

/** Where other languages have the sentences of this file. */
const entry = 'plain-words'

function effectOf(statement: PolicyStatement, known: EffectOf): ActionEffect | null {
  if (statement.NotAction !== undefined) return null
  const effects = listOf(statement.Action).map((action) => wordsOf(action)?.effect ?? known(action))
  if (effects.includes(null)) return null
  return effects.find((effect) => effect === 'deletes') ?? effects.find((effect) => effect === 'changes') ?? 'reads'
}

function isHeldToResources({ Resource, NotResource }: PolicyStatement): boolean {
  return NotResource === undefined && !listOf(Resource).map(resourceName).includes('*')
}

function isEmpty({ Action, NotAction, Resource, NotResource }: PolicyStatement): boolean {
  return [Action ?? NotAction, Resource ?? NotResource].some((listed) => listOf(listed).length === 0)
}

function notOf(statement: PolicyStatement, known: EffectOf, say: Say): string | null {
  if (isEmpty(statement)) return say(promises.nothing, entry)
  const effect = effectOf(statement, known)
  const parts = [effect === null ? promises.unknown : promises[effect], isHeldToResources(statement) ? promises.reach : null]
  return parts.flatMap((part) => (part === null ? [] : [say(part, entry)])).join(' ') || null
}

/** Each statement by itself, for somebody who does not read policies. */
export function statementWords(
  { Statement }: PolicyDocument,
  known: EffectOf = () => null,
  say: Say = inEnglish,
): readonly StatementWords[] {
  return listOf(Statement).map((statement) => ({
    name: statement.Sid ?? null,
    effect: statement.Effect,
    lines: isEmpty(statement) ? [] : [...new Set(canOf(statement, say))],
    not: statement.Effect === 'Allow' ? notOf(statement, known, say) : null,
  }))
}
