import { listOf, type PolicyDocument, type PolicyStatement } from './document.ts'
import { type ActionEffect, knownEffect, plainWordsMessages, resourceName, statementLines } from './plain-words.ts'

/**
 * What the actions of a pattern do at most, from what is known of AWS's actions; null if it is not known. Actions that have plain words
 * don't need it.
 */
export type EffectOf = (pattern: string) => ActionEffect | null

export type StatementWords = {
  /** The Sid, or null if the statement has none. */
  readonly name: string | null
  readonly effect: PolicyStatement['Effect']
  /** A line for each action. For a Deny, what is denied. */
  readonly lines: readonly string[]
  /** What it doesn't allow. Null if nothing can be promised, and for a Deny. */
  readonly not: string | null
}

function effectOf(statement: PolicyStatement, known: EffectOf): ActionEffect | null {
  if (statement.NotAction !== undefined) return null
  const effects = listOf(statement.Action).map((action) => knownEffect(action) ?? known(action))
  if (effects.includes(null)) return null
  return effects.find((effect) => effect === 'deletes') ?? effects.find((effect) => effect === 'changes') ?? 'reads'
}

function isHeldToResources({ Resource, NotResource }: PolicyStatement): boolean {
  return NotResource === undefined && !listOf(Resource).map(resourceName).includes('*')
}

function isEmpty({ Action, NotAction, Resource, NotResource }: PolicyStatement): boolean {
  return [Action ?? NotAction, Resource ?? NotResource].some((listed) => listOf(listed).length === 0)
}

function notOf(statement: PolicyStatement, known: EffectOf, language: string): string | null {
  const texts = plainWordsMessages.in(language).statement
  if (isEmpty(statement)) return texts.nothing
  const effect = effectOf(statement, known)
  const limit = effect === 'deletes' ? [] : [texts[effect ?? 'unknown']]
  return [...limit, ...(isHeldToResources(statement) ? [texts.reach] : [])].join(' ') || null
}

/** Each statement on its own, for readers who don't know policies. */
export function statementWords({ Statement }: PolicyDocument, known: EffectOf = () => null, language = 'en'): readonly StatementWords[] {
  return listOf(Statement).map((statement) => ({
    name: statement.Sid ?? null,
    effect: statement.Effect,
    lines: isEmpty(statement) ? [] : [...new Set(statementLines(statement, language))],
    not: statement.Effect === 'Allow' ? notOf(statement, known, language) : null,
  }))
}
