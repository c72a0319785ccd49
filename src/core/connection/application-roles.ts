import { RolePath } from '#core/aws/iam-names.ts'
import type { ApplicationRole, VendorFields } from './vendor-fields.ts'

export type RolesOfVendor = Pick<
  VendorFields,
  'applicationRoleName' | 'applicationRolePath' | 'additionalApplicationRoles' | 'verifierRole' | 'applicationUser'
>

/**
 * All roles that customers trust, the application's own first and the one of the checks last. None where the config names none: without the
 * first one any role is trusted, and a condition on the others would lock it out.
 */
export function applicationRoles(vendor: RolesOfVendor): readonly ApplicationRole[] {
  const {
    applicationRoleName: name,
    applicationRolePath: path = RolePath.parse('/'),
    additionalApplicationRoles = [],
    verifierRole,
  } = vendor
  if (name === undefined || vendor.applicationUser !== undefined) return []
  return [{ name, path }, ...additionalApplicationRoles, ...(verifierRole === undefined ? [] : [verifierRole])]
}

/** The role that only checks run as. */
export const isVerifier = ({ verifierRole }: RolesOfVendor, role: ApplicationRole): boolean => role.name === verifierRole?.name
