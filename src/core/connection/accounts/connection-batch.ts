import * as z from 'zod/mini'
import { AccountName } from '#core/aws/account-id.ts'
import { Connection } from '#core/connection/connection.ts'
import { PermissionChoice } from '#core/connection/permission-choice.ts'
import { RoleOptionsRequest } from '#core/connection/role-options.ts'
import { accountListMaximum } from './account-list.ts'

const error = 'request-invalid'

/** One account of the request: as in `ConnectionRequest`, without what all accounts have in common. */
const BatchAccount = z.object(
  {
    accountId: z.string({ error: 'account-id-empty' }),
    region: z.string({ error: 'region-unknown' }),
    name: z.optional(AccountName),
  },
  { error },
)

/** The wire form of `POST /api/connections/batch`. There are no external IDs in it: the server makes one for each account. */
export const ConnectionBatchRequest = z.object(
  {
    accounts: z
      .array(BatchAccount, { error })
      .check(z.minLength(1, { error }), z.maxLength(accountListMaximum, { error: 'account-list-full' })),
    /** For every account. */
    permissions: z._default(PermissionChoice, {}),
    /** For every account. A permissions boundary of one account stands for the policy of that name in each. */
    role: z.optional(RoleOptionsRequest),
  },
  { error },
)
export type ConnectionBatchRequest = z.input<typeof ConnectionBatchRequest>

const Issue = z.object({ path: z.array(z.string()), code: z.string(), message: z.string() })

export const BatchLine = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('claimed'), connection: Connection }),
  /** It was connected before and is as it was. */
  z.object({ kind: z.literal('existing'), connection: Connection }),
  z.object({ kind: z.literal('refused'), issues: z.array(Issue) }),
])
export type BatchLine = z.infer<typeof BatchLine>

/** A line for each account, in the order of the request. */
export const ConnectionBatch = z.object({ lines: z.array(BatchLine) })
export type ConnectionBatch = z.infer<typeof ConnectionBatch>
