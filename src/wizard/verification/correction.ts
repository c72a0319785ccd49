import { awsCliFix } from '#core/artifacts/aws-cli.ts'
import type { RolePlan } from '#core/connection/role-plan.ts'
import type { PasteCode } from '#core/verify/explanation.ts'
import { pasteText } from '#core/verify/paste-text.ts'

export type Correction = { readonly language: 'json' | 'bash'; readonly text: string; readonly marks: readonly string[] }

/** The text that puts a role right. The commands for the trust policy are those that stop by themselves in another account. */
export function correction(code: PasteCode, plan: RolePlan): Correction {
  if (code === 'trust-policy-command') return { language: 'bash', text: awsCliFix(plan).text, marks: [] }
  const { language, text } = pasteText(code, plan)
  const marks = code === 'trust-policy' ? [`"sts:ExternalId": ${JSON.stringify(plan.externalId)}`] : []
  return { language: language === 'shell' ? 'bash' : language, text, marks }
}
