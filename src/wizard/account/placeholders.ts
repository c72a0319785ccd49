import { AccountId } from '#core/aws/account-id.ts'
import { ExternalId } from '#core/connection/external-id/external-id.ts'
import { exampleNameSuffix } from '#core/connection/suffixed-role-name.ts'
import { localized } from '#i18n/language.ts'
import { rolePreviewMessages } from './role-preview-messages.ts'

/** Stand in a plan where nothing valid is known yet; the texts show words in their place. */
export const noAccount = AccountId.parse('000000000000')
export const noExternalId = ExternalId.parse('--external-id--')

export function withPlaceholders(text: string): string {
  const words = localized(rolePreviewMessages)
  return text
    .replaceAll(noAccount, words.account)
    .replaceAll(noExternalId, words.externalId)
    .replaceAll(`-${exampleNameSuffix}`, `-${words.nameSuffix}`)
}
