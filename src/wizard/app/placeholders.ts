import { AccountId } from '#core/aws/account-id.ts'
import { ExternalId } from '#core/connection/external-id/external-id.ts'
import { localized } from '#i18n/language.ts'
import { accountMessages } from '#wizard/account/account-messages.ts'

/** Stand in a plan where nothing valid is known yet; the texts show words in their place. */
export const noAccount = AccountId.parse('000000000000')
export const noExternalId = ExternalId.parse('--external-id--')

export function withPlaceholders(text: string): string {
  const words = localized(accountMessages)
  return text.replaceAll(noAccount, words.preview.account).replaceAll(noExternalId, words.preview.externalId)
}
