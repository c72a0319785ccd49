import type { Vendor } from '#core/connection/vendor.ts'
import { knowledgeOf } from '#wizard/app/action-data.ts'
import { policyAnalysis } from '#wizard/policy-editor/policy-analysis.ts'
import type { AccountForm } from './account-form.ts'
import { rolePreview } from './role-preview-plan.ts'

/** The question before an edited policy is sent. */
export type PolicyQuestion = {
  readonly text: string
  /** Permissions beyond those that the vendor requests. */
  readonly added: number
  /** Errors that AWS accepts, and that make a statement useless. */
  readonly broken: number
}

/** The texts that someone has said yes to, in this page. */
const confirmed = new Set<string>()

export const confirmPolicy = (text: string): void => void confirmed.add(text)

/** Null where there is nothing to ask, or no more. The action data is waited for, since it tells a misspelled action. */
export async function policyQuestion(form: AccountForm, vendor: Vendor): Promise<PolicyQuestion | null> {
  const text = form.permissionsPolicy
  if (text === '' || confirmed.has(text)) return null
  const { asked, partition, accountId } = rolePreview(form, vendor)
  const knowledge = await knowledgeOf(text)
  const { findings, meaning } = policyAnalysis(text, asked, { partition, customerAccountId: accountId ?? undefined, knowledge })
  const added = (meaning?.difference.added.length ?? 0) + (meaning?.difference.undenied.length ?? 0)
  const broken = findings.filter(({ severity }) => severity === 'error').length
  return added + broken === 0 ? null : { text, added, broken }
}
