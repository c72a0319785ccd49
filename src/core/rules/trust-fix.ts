import { edited } from '#core/policy/form/edit.ts'
import type { Match, Rule } from '#core/policy/form/rule.ts'
import { type JsonValue, jsonText } from '#core/policy/json/json-value.ts'
import { isSafe } from './trust-signature.ts'
import { readTrustPolicy, type TrustSubject } from './trust-subject.ts'

/** A longer text is replaced as a whole. */
const editedMaximum = 20_000

/** Later places first, so that what goes from a list does not move what is still to go. */
function editedDocument(spots: readonly Match[], { value, text }: TrustSubject): JsonValue | null {
  if (text.length > editedMaximum || !spots.every(({ fix }) => fix !== undefined)) return null
  return spots.toReversed().reduce<JsonValue>((document, { fix = [] }) => edited(document, fix), value)
}

/**
 * The document with all that the rule found put right: by its edits where they make a safe policy of it, otherwise the
 * policy that the context asks for. Null where neither is safe.
 */
export function trustFix(rule: Rule<TrustSubject>, spots: readonly Match[], subject: TrustSubject): JsonValue | null {
  if (spots.length === 0) return null
  const isRight = (value: JsonValue | null): boolean => {
    const after = value === null ? null : readTrustPolicy(jsonText(value), subject.context)
    return after !== null && isSafe(after.signature) && rule.check(after).length === 0
  }
  // What is only told needs no other policy.
  const candidates = [editedDocument(spots, subject), rule.severity === 'info' ? null : subject.intended]
  return candidates.find(isRight) ?? null
}
