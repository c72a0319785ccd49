import { isSessionOf, roleArn } from '#core/aws/arn.ts'
import { type Partition, partitionIds } from '#core/aws/partition.ts'
import type { Region } from '#core/aws/region.ts'
import { nameSuffixLength, nameSuffixPattern } from '#core/connection/suffixed-role-name.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { hasNameSuffix } from '#core/connection/vendor-fields.ts'
import { denialCodes, verifySessionName } from '#core/verify/probe.ts'
import { noPermissions } from '#core/verify/session-policy.ts'
import type { CanaryState, Sts } from '#core/verify/sts.ts'
import type { Profiles } from '#server/config/environment.ts'

/** The canary requires no external ID, so any text works. */
const anyExternalId = 'rolebridge-canary'

/**
 * The canary is a role in the vendor's own account that requires no external ID, with the name and path of the customers' roles. If our own
 * policies deny the calls that a secure role must deny, they deny them for the canary too, which reveals it.
 */
export async function canaryState(roleArn: string, region: Region, assumeRole: Sts['assumeRole']): Promise<CanaryState> {
  const call = (externalId: string | undefined) =>
    assumeRole({ roleArn, externalId, region, sessionName: verifySessionName, sessionPolicy: noPermissions })
  const answers = await Promise.all([call(undefined), call(anyExternalId)])
  if (answers.every((answer) => answer.kind === 'assumed' && isSessionOf(answer.assumedRoleArn, roleArn))) return 'sighted'
  return answers.some((answer) => answer.kind === 'refused' && denialCodes.includes(answer.code)) ? 'blind' : 'unknown'
}

const isSuffix = new RegExp(`^${nameSuffixPattern}$`)

/** With a suffix for each connection, policies can name its length with question marks, so the canary has one like it. */
function isNamedAlike(vendor: Vendor, arn: string, expected: string): boolean {
  if (!hasNameSuffix(vendor)) return arn === expected
  return arn.startsWith(`${expected}-`) && isSuffix.test(arn.slice(expected.length + 1))
}

/** No connection has it: its hash would begin with 40 zeros. */
const canarySuffix = '0'.repeat(nameSuffixLength)

function faultIn(vendor: Vendor, partition: Partition, arn: string): string | null {
  const accountId = vendor.accounts[partition]
  if (accountId === undefined) return `The canary role ${arn} is in ${partition}, where the vendor config names no account.`
  const { name: roleName, path } = vendor.role
  const expected = roleArn({ partition, accountId, roleName, path })
  if (isNamedAlike(vendor, arn, expected)) return null
  const example = hasNameSuffix(vendor) ? `${expected}-${canarySuffix}` : expected
  return `The canary role must have the name and path of the customers' roles and be in your own account: set it to ${example}, not ${arn}.`
}

/** A canary under another name says nothing about the calls for customers' roles, because policies name those. */
export function canaryFaults(vendor: Vendor, canaryRoleArns: Profiles): readonly string[] {
  return partitionIds.flatMap((partition) => {
    const arn = canaryRoleArns[partition]
    return arn === undefined ? [] : (faultIn(vendor, partition, arn) ?? [])
  })
}
