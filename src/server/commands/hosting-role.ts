import type { ApplicationRole, VendorFields } from '#core/connection/vendor-fields.ts'
import { nearest } from '#core/text/nearest.ts'

/** Null: the role in "applicationRoleName". A sentence says what is wrong with the name. */
type HostedRole = { readonly kind: 'role'; readonly role: ApplicationRole | null } | { readonly kind: 'fault'; readonly sentence: string }

/** Templates create roles without a path, so a role with one gets its policies alone. */
const policies = ['trust-policy', 'permissions-policy']

export function hostedRole(vendor: VendorFields, name: string | undefined, artifact: string): HostedRole {
  const { applicationRoleName, additionalApplicationRoles = [], verifierRole } = vendor
  if (name === undefined || name === applicationRoleName) return { kind: 'role', role: null }
  const others = [...additionalApplicationRoles, ...(verifierRole === undefined ? [] : [verifierRole])]
  const role = others.find((other) => other.name === name)
  if (role === undefined)
    return { kind: 'fault', sentence: unknownRole(name, [applicationRoleName ?? [], others.map((other) => other.name)].flat()) }
  if (role.path !== '/' && !policies.includes(artifact)) {
    return { kind: 'fault', sentence: `The role ${name} has the path ${role.path}. Use --as ${policies.join(' or --as ')}.` }
  }
  return { kind: 'role', role }
}

function unknownRole(name: string, names: readonly string[]): string {
  const suggestion = nearest(name, names)
  const known = names.length === 0 ? 'The config names no role.' : `Use one of ${names.join(', ')}.`
  return `There is no role ${name}. ${known}${suggestion === null ? '' : ` Did you mean ${suggestion}?`}`
}
