import { hostingRules } from './hosting/hosting-rules.ts'
import { permissionsRules } from './permissions/permissions-rules.ts'
import type { RuleFacts, RuleKind } from './rule.ts'
import { asSaid, type Say } from './said.ts'
import { syntaxRules } from './syntax/syntax-rules.ts'
import { linkRules, templateRules } from './template/template-rules.ts'
import { trustRules } from './trust/trust-rules.ts'

export type CataloguedRule = RuleFacts & { readonly kind: RuleKind }

const ofKind = (kind: RuleKind, rules: readonly RuleFacts[]): CataloguedRule[] =>
  rules.map(({ id, severity, title, what, why, todo, source }) => ({ kind, id, severity, title, what, why, todo, source }))

/** Every rule that a finding can name. */
export const ruleCatalogue: readonly CataloguedRule[] = [
  ...ofKind('trust', trustRules),
  ...ofKind('permissions', permissionsRules),
  ...ofKind('hosting', hostingRules),
  ...ofKind('template', [...templateRules, ...linkRules]),
  ...ofKind('syntax', syntaxRules),
]

/** What a rule says of itself, in the words of a language. */
export function ruleWords({ id, title, what, why, todo }: RuleFacts, say: Say): Pick<RuleFacts, 'title' | 'what' | 'why' | 'todo'> {
  const words = (text: string) => say(asSaid(text), id)
  return { title: words(title), what: words(what), why: words(why), todo: words(todo) }
}
