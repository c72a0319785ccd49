import * as z from 'zod/mini'

/**
 * An AWS account ID: 12 digits. A string, because leading zeros count.
 * https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-identifiers.html
 */
export const AccountId = z
  .string({ error: 'account-id-empty' })
  .check(z.regex(/^\d{12}$/, { error: 'account-id-length' }))
  .brand<'AccountId'>()
export type AccountId = z.infer<typeof AccountId>

/** `4444 5555 6666`, as the console shows it. */
export function accountIdInGroups(accountId: string): string {
  return accountId.replace(/^(\d{4})(\d{4})(\d{4})$/, '$1 $2 $3')
}

/** With no-break spaces, for headings. Text that can end up in a script keeps to ASCII. */
export const accountIdOnOneLine = (accountId: string): string => accountIdInGroups(accountId).replaceAll(' ', '\u00A0')

/** Only for people, so it is in no policy. */
export const AccountName = z
  .string({ error: 'account-name-invalid' })
  .check(z.regex(/^[^\p{C}\u2028\u2029]{1,128}$/u, { error: 'account-name-invalid' }))
