import { RoleName } from '#core/aws/iam-names.ts'
import { sha256Hex } from '#core/text/sha256.ts'
import { hasNameSuffix, type VendorFields } from './vendor-fields.ts'

/** 40 bits. Lowercase, because IAM doesn't tell names apart by case. https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html */
export const nameSuffixLength = 10

export const nameSuffixPattern = `[0-9a-f]{${nameSuffixLength}}`

/** The quota of a role name, less a hyphen and the suffix. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
export const suffixedNameMaximum = 64 - 1 - nameSuffixLength

/** The vendor's own policy allows every role that starts with the name, so a short one would allow roles of others. */
export const suffixedNameMinimum = 8

/** The suffix where no connection is known, in previews and examples. */
export const exampleNameSuffix = '0a1b2c3d4e'

const suffixOf = (connectionId: string | null): string =>
  connectionId === null ? exampleNameSuffix : sha256Hex(connectionId).slice(0, nameSuffixLength)

/**
 * The name of a connection's role. The suffix follows from the ID of the connection, so that no second value is stored, and a repeated
 * request leads to the same role. A hash, because names of roles are in logs of others and the ID is not to be.
 */
export const roleNameOf = (vendor: Pick<VendorFields, 'role'>, connectionId: string | null): RoleName =>
  hasNameSuffix(vendor) ? RoleName.parse(`${vendor.role.name}-${suffixOf(connectionId)}`) : vendor.role.name

/** Null where the config has no suffixes, and for a role that was named otherwise before. */
export function nameSuffixOf({
  roleName,
  vendor,
}: {
  readonly roleName: string
  readonly vendor: Pick<VendorFields, 'role'>
}): string | null {
  const suffix = roleName.slice(vendor.role.name.length + 1)
  const isSuffixed = hasNameSuffix(vendor) && roleName === `${vendor.role.name}-${suffix}`
  return isSuffixed && new RegExp(`^${nameSuffixPattern}$`).test(suffix) ? suffix : null
}

/** The name in policies for the roles of all connections. */
export const roleNamePattern = (vendor: Pick<VendorFields, 'role'>): string =>
  hasNameSuffix(vendor) ? `${vendor.role.name}-*` : vendor.role.name
