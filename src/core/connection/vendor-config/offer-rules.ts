import { vendorIn } from '#core/connection/permission-set.ts'
import { servedPartitions } from '#core/connection/vendor-fields.ts'
import type { ConfigRule, ConfigSpot } from './config-finding.ts'

const setWithoutAccount: ConfigRule = {
  severity: 'warning',
  check: (vendor) =>
    vendor.permissionSets.flatMap(({ partitions: named = [] }, set) =>
      named.flatMap((id, index): ConfigSpot[] => {
        const path = ['permissionSets', set, 'partitions', index]
        if (named.indexOf(id) < index) return [{ path, message: `${id} is in the list twice. Remove one of them.` }]
        if (vendor.accounts[id] !== undefined) return []
        return [
          { path, message: `You have no account in ${id}, so no one is offered this set there. Remove it, or add "${id}" to "accounts".` },
        ]
      }),
    ),
}

const partitionWithoutSet: ConfigRule = {
  severity: 'error',
  check: (vendor) =>
    servedPartitions(vendor)
      .filter((id) => vendorIn(vendor, id).permissionSets.length === 0)
      .map((id) => ({
        path: ['permissionSets'],
        message: `No permission set is offered in ${id}, where you have an account. Add "${id}" to "partitions" of one, or remove its account.`,
      })),
}

export const offerRules: readonly ConfigRule[] = [setWithoutAccount, partitionWithoutSet]
