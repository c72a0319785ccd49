import type { ActionEffect } from '#core/policy/plain-words.ts'
import { type ActionKnowledge, expandedActions } from './action-knowledge.ts'
import type { AccessLevel } from './service-facts.ts'

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
