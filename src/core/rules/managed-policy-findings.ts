import type { Vendor } from '#core/connection/vendor.ts'
import type { ConfigFinding } from '#core/connection/vendor-config/config-finding.ts'
import { tooBroadPolicy } from '#core/rules/permissions/managed-policies.ts'

/** Managed policies that give a vendor too much, whatever the partition. */
export const managedPolicyFindings = ({ permissionSets }: Vendor, language: string): readonly ConfigFinding[] =>
  permissionSets.flatMap(({ managedPolicyArns }, set) =>
    managedPolicyArns.flatMap((arn, index): ConfigFinding[] => {
      const found = tooBroadPolicy(arn)
      if (found === null) return []
      const message = `${found.message(language)} ${found.why(language)}`
      return [{ severity: 'warning', path: ['permissionSets', set, 'managedPolicyArns', index], message }]
    }),
  )
