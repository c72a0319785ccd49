import * as z from 'zod/mini'

/** What a customer calls an account; for people alone, so it stands in no policy. */
export const AccountName = z
  .string({ error: 'account-name-invalid' })
  .check(z.regex(/^[^\p{C}\u2028\u2029]{1,128}$/u, { error: 'account-name-invalid' }))
