import { partitionIds } from '#core/aws/partition.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { exampleAccount } from '#core/connection/vendor-config/partition-rules.ts'

/** Numbers of AWS's documentation, as in the demo vendor's config. */
const documentationAccount = /^1111222233(33)$|^11112222(4444|5555|6666)$|^444455556666$/

/** Accounts of the config that belong to examples. The owner of such a number could use the roles of real customers. */
export const demoAccounts = ({ accounts }: Vendor): readonly string[] =>
  partitionIds
    .flatMap((partition) => accounts[partition] ?? [])
    .filter((account) => documentationAccount.test(account) || exampleAccount.test(account))

export const demoAccountsSentence = (path: string, accounts: readonly string[]): string =>
  `${path}: These accounts are from examples, as in the demo vendor's config: ${accounts.join(', ')}. Customers would trust accounts that are not yours. Set ROLEBRIDGE_VENDOR to your own config, for example /etc/rolebridge/vendor.json.`
