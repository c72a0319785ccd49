import { accountIdInGroups } from '#core/aws/account-id.ts'
import { messages } from '#core/text/messages.ts'
import type { Text } from '#core/text/text.ts'
import type { PastedRole } from './pasted-role.ts'

export const trustedPrincipalsMessages = messages('trusted-principals', {
  nameMust: (vendorAccountId: string, vendor: string, partition: string, wantedVendorAccountId: string) =>
    `The principal must be account ${vendorAccountId} of ${vendor}, as arn:${partition}:iam::${wantedVendorAccountId}:root.`,
})

export type NamedPrincipal = {
  readonly text: string
  readonly accountId: string | null
  readonly partition: string | null
  readonly rest: string
}

function readPrincipal(text: string): NamedPrincipal {
  if (/^\d{12}$/.test(text)) return { text, accountId: text, partition: null, rest: 'iam:root' }
  const [prefix, partition = '', service = '', , accountId = '', ...rest] = text.split(':')
  return prefix === 'arn' && /^\d{12}$/.test(accountId)
    ? { text, accountId, partition, rest: `${service}:${rest.join(':')}` }
    : { text, accountId: null, partition: null, rest: '' }
}

export const principalsOf = ({ trust }: PastedRole): readonly NamedPrincipal[] =>
  (trust?.assuming ?? []).flatMap(({ principals }) => principals).map(readPrincipal)

export const isVendorAccount = ({ plan }: PastedRole, { accountId, partition, rest }: NamedPrincipal): boolean =>
  rest === 'iam:root' && accountId === plan.vendorAccountId && (partition === null || partition === plan.partition)

export const isTrusted = (pastedRole: PastedRole): boolean =>
  principalsOf(pastedRole).some((principal) => isVendorAccount(pastedRole, principal))

export const ofVendor = ({ accountId, partition }: NamedPrincipal, { plan }: PastedRole): boolean =>
  accountId === plan.vendorAccountId && partition === plan.partition

export const nameMust =
  ({ plan }: PastedRole): Text =>
  (language) =>
    trustedPrincipalsMessages
      .in(language)
      .nameMust(accountIdInGroups(plan.vendorAccountId), plan.vendor.name, plan.partition, plan.vendorAccountId)
