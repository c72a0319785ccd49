import { applicationRoles, isVerifier } from '#core/connection/application-roles.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import type { ApplicationRole } from '#core/connection/vendor-fields.ts'
import { mainRole } from '#core/hosting/hosting-plan.ts'
import { localized } from '#i18n/language.ts'
import { SelectField } from '#ui/controls/select-field.tsx'
import { hostingMessages } from './hosting-messages.ts'

/** The role of this name, or the application's own, as when the config no longer names it. */
export const hostedRole = (vendor: Vendor, name: string): ApplicationRole =>
  applicationRoles(vendor).find((role) => role.name === name) ?? mainRole(vendor)

type HostingRoleFieldProps = { readonly vendor: Vendor; readonly role: ApplicationRole; readonly onChange: (name: string) => void }

/** Only where the config names several roles. */
export function HostingRoleField({ vendor, role, onChange }: HostingRoleFieldProps) {
  const words = localized(hostingMessages).platform
  const roles = applicationRoles(vendor)
  if (roles.length < 2) return null
  return (
    <SelectField
      label={words.role}
      hint={isVerifier(vendor, role) ? `${words.roleHint} ${words.verifierHint}` : words.roleHint}
      value={role.name}
      onChange={(event) => onChange(event.target.value)}
      options={roles.map((each) => ({
        value: each.name,
        label: isVerifier(vendor, each) ? words.verifier(each.name) : each.name,
      }))}
    />
  )
}
