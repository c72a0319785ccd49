import type { RuleFacts, RuleKind } from '#core/policy/form/rule.ts'
import { syntaxRules } from '#core/policy/form/syntax-rules.ts'
import { hostingRules } from './hosting/hosting-rules.ts'
import { permissionsRules } from './permissions/permissions-rules.ts'
import { linkRules, templateRules } from './template/lint-template.ts'
import { trustRules } from './trust/trust-rules.ts'

export type CatalogRule = RuleFacts & { readonly kind: RuleKind }

const ofKind = (kind: RuleKind, rules: readonly RuleFacts[]): CatalogRule[] =>
  rules.map(({ id, severity, source, messages }) => ({ kind, id, severity, source, messages }))

/** Every rule that a finding can name. */
export const ruleCatalog: readonly CatalogRule[] = [
  ...ofKind('trust', trustRules),
  ...ofKind('permissions', permissionsRules),
  ...ofKind('hosting', hostingRules),
  ...ofKind('template', [...templateRules, ...linkRules]),
  ...ofKind('syntax', syntaxRules),
]

/** Ids of the doctor from before it shared the linter's rules. Links still name them. */
export const formerRuleIds: Readonly<Record<string, string>> = {
  'external-id-for-all-values': 'TP15',
  'external-id-if-exists': 'TP14',
  'external-id-null-true': 'TP16',
  'external-id-null-false': 'TP16',
  'external-id-negated': 'TP17',
  'external-id-any-case': 'TP18',
  'external-id-pattern': 'TP12',
  'external-id-further': 'TP21',
  'external-id-differs': 'TP43',
  'external-id-case': 'TP43',
  'external-id-quoted': 'TP20',
  'external-id-blank': 'TP20',
  'external-id-not-asked': 'TP11',
  'second-statement-open': 'TP22',
  'principal-is-role': 'TP07',
  'principal-is-user': 'TP08',
  'principal-is-session': 'TP10',
  'principal-deleted': 'TP06',
  'principal-everyone': 'TP02',
  'not-principal': 'TP03',
  'principal-other-account': 'TP04',
  'principal-is-own-account': 'TP04',
  'principal-missing': 'TP04',
  'principal-further': 'TP09',
  'principal-in-other-partition': 'TP29',
  'trust-policy-too-long': 'TP28',
  'principal-arn-session': 'TP34',
  'action-further': 'TP23',
  'condition-mfa': 'TP32',
  'condition-source-ip': 'TP33',
  'condition-organization': 'TP35',
  'condition-source-account': 'TP31',
}

export const currentRuleId = (id: string): string => (Object.hasOwn(formerRuleIds, id) ? (formerRuleIds[id] ?? id) : id)
