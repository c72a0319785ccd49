import { AccountId } from '#core/account-id.ts'
import { ExternalId } from '#core/external-id.ts'
import { accountWords as words } from './words/account.ts'

/** Stand in a plan where nothing valid is known yet; the texts show words in their place. */
export const noAccount = AccountId.parse('000000000000')
export const noExternalId = ExternalId.parse('--external-id--')

export function withPlaceholders(text: string): string {
  return text.replaceAll(noAccount, words.preview.account).replaceAll(noExternalId, words.preview.externalId)
}
