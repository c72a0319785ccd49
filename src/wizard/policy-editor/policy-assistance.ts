import type { Finding, Severity } from '#core/policy/form/rule.ts'
import { actionCompletions, actionPlace } from '#core/rules/action-completions.ts'
import { localized } from '#i18n/language.ts'
import type { CodeAssistance, CodeCompletions, CodeRemark } from '#ui/editor/code-assistance.ts'
import { learnService } from '#wizard/app/action-data.ts'
import { explainedHash } from '#wizard/app/routes.ts'
import { firstSentence } from './policy-analysis.ts'
import { policyEditorMessages, severityMessages } from './policy-editor-messages.ts'

const weights: Readonly<Record<Severity, CodeRemark['severity']>> = {
  error: 'error',
  critical: 'error',
  high: 'warning',
  medium: 'warning',
  warning: 'warning',
  info: 'info',
}

/** A finding without a position is shown at the start of the text. */
const beginning = { start: { line: 1, column: 1 }, end: { line: 1, column: 2 } }

function remark({ rule, severity, message, why, range = beginning, fix }: Finding): CodeRemark {
  return {
    severity: weights[severity],
    message: `${localized(severityMessages)[severity]}: ${message}\n${why}`,
    source: { name: rule, href: explainedHash(rule) },
    ...range,
    ...(fix === undefined ? {} : { fix: { title: localized(policyEditorMessages).fixTitle(rule, firstSentence(message)), text: fix } }),
  }
}

async function completions(text: string, offset: number): Promise<CodeCompletions | null> {
  const place = actionPlace(text, offset)
  if (place === null) return null
  const [, prefix = ''] = /^([^:]*):/.exec(place.written) ?? []
  const knowledge = await learnService(prefix.toLowerCase())
  const found = knowledge === undefined ? null : actionCompletions(knowledge, place.written)
  if (found?.kind !== 'completions') return null
  return {
    start: place.start,
    end: place.end,
    completions: found.completions.map((completion) => ({ ...completion, isBeginning: completion.text.endsWith(':') })),
  }
}

/** The editor knows neither policies nor rules, so it gets both here. */
export function policyAssistance(text: string, findings: readonly Finding[]): CodeAssistance {
  return { of: text, remarks: findings.map(remark), complete: completions }
}
