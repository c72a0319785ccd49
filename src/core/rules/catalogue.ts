import type { RuleFacts, RuleKind } from '#core/policy/form/rule.ts'
import { syntaxRules } from '#core/policy/form/syntax-rules.ts'
import { hostingRules } from './hosting/hosting-rules.ts'
import { permissionsRules } from './permissions/permissions-rules.ts'
import { linkRules, templateRules } from './template/template-rules.ts'
import { trustRules } from './trust/trust-rules.ts'

export type CataloguedRule = RuleFacts & { readonly kind: RuleKind }

const ofKind = (kind: RuleKind, rules: readonly RuleFacts[]): CataloguedRule[] =>
  rules.map(({ id, severity, source, messages }) => ({ kind, id, severity, source, messages }))

/** Every rule that a finding can name. */
export const ruleCatalogue: readonly CataloguedRule[] = [
  ...ofKind('trust', trustRules),
  ...ofKind('permissions', permissionsRules),
  ...ofKind('hosting', hostingRules),
  ...ofKind('template', [...templateRules, ...linkRules]),
  ...ofKind('syntax', syntaxRules),
]
