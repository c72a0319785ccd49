import { PolicyDocument } from '#core/policy/document.ts'
import type { Finding } from '#core/policy/form/rule.ts'
import { type PermissionDifference, permissionDifference } from '#core/policy/permission-difference.ts'
import { policyQuotas } from '#core/policy/size.ts'
import { type StatementWords, statementWords } from '#core/policy/statement-words.ts'
import { actionEffect } from '#core/rules/action-knowledge.ts'
import { lintPermissionsPolicy } from '#core/rules/lint.ts'
import type { PermissionsContext } from '#core/rules/permissions/permissions-rule.ts'
import { currentLanguage } from '#i18n/language.ts'

type PolicyAnalysis = {
  readonly findings: readonly Finding[]
  /** Characters that count. */
  readonly size: number
  readonly sizeMaximum: number
  /** Null while the text is no policy. */
  readonly meaning: { readonly statements: readonly StatementWords[]; readonly difference: PermissionDifference } | null
}

type Measured = { readonly policy: PolicyDocument | null; readonly size: number }

function measured(text: string): Measured {
  try {
    const value: unknown = JSON.parse(text)
    return { policy: PolicyDocument.safeParse(value).data ?? null, size: JSON.stringify(value).length }
  } catch {
    return { policy: null, size: text.replace(/\s/g, '').length }
  }
}

/** Never throws, whatever the text is. */
export function policyAnalysis(text: string, asked: PolicyDocument, context: PermissionsContext): PolicyAnalysis {
  const { policy, size } = measured(text)
  const known = (pattern: string) => actionEffect(pattern, context.knowledge)
  return {
    findings: lintPermissionsPolicy(text, { ...context, attachment: 'inline' }, currentLanguage().code),
    size,
    sizeMaximum: policyQuotas['inline-policies'],
    meaning:
      policy === null
        ? null
        : { statements: statementWords(policy, known, currentLanguage().code), difference: permissionDifference(asked, policy) },
  }
}

const longest = 90

const shortened = (text: string): string => (text.length <= longest ? text : `${text.slice(0, longest - 1)}…`)

/** The problem without the advice, for labels that must be short. */
export const firstSentence = (text: string): string => shortened(/^.*?[.?](?=\s|$)/s.exec(text)?.[0] ?? text)
