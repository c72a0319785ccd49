import { applicationRoles } from '#core/connection/application-roles.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import type { ApplicationRole } from '#core/connection/vendor-fields.ts'
import { mainRole } from '#core/hosting/hosting-plan.ts'
import { nearest } from '#core/text/nearest.ts'

type HostedRole = { readonly kind: 'role'; readonly role: ApplicationRole } | { readonly kind: 'fault'; readonly sentence: string }

/** The role of this name; the application's own one without a name. */
export function hostedRole(vendor: Vendor, name: string | undefined): HostedRole {
  if (name === undefined) return { kind: 'role', role: mainRole(vendor) }
  const roles = applicationRoles(vendor)
  const role = roles.find((each) => each.name === name)
  return role === undefined ? { kind: 'fault', sentence: unknownRole(name, roles) } : { kind: 'role', role }
}

function unknownRole(name: string, roles: readonly ApplicationRole[]): string {
  const names = roles.map((role) => role.name)
  const suggestion = nearest(name, names)
  const known = names.length === 0 ? 'The config names no role.' : `Use one of ${names.join(', ')}.`
  return `There is no role ${name}. ${known}${suggestion === null ? '' : ` Did you mean ${suggestion}?`}`
}
