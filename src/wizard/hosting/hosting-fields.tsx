import { applicationRoles, isVerifier } from '#core/connection/application-roles.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { type ApplicationRole, HostingPlatform, hasNameSuffix, offeredRegions } from '#core/connection/vendor-fields.ts'
import { mainRole } from '#core/hosting/hosting-plan.ts'
import { hostingPlatformMessages } from '#core/hosting/hosting-platforms.ts'
import { fieldsOf, type HostingFault, type HostingField, hostingFaultText } from '#core/hosting/hosting-values.ts'
import { currentLanguage, localized } from '#i18n/language.ts'
import { Callout } from '#ui/controls/callout.tsx'
import { Card } from '#ui/controls/card.tsx'
import { TextField } from '#ui/controls/fields.tsx'
import { SelectField } from '#ui/controls/select-field.tsx'
import type { HostingDraft } from './hosting-draft.ts'
import { hostingMessages } from './hosting-messages.ts'

type HostingFieldsProps = {
  readonly vendor: Vendor
  readonly draft: HostingDraft
  readonly faults: readonly HostingFault[]
  /** False while the config has no place for the platform. */
  readonly isEditable: boolean
  readonly onChange: (field: HostingField | 'region', text: string) => void
  readonly onPlatform: (platform: HostingPlatform) => void
}

/** Fields for the values that the policies need and the config doesn't have. */
export function HostingFields({ isEditable, onPlatform, ...rest }: HostingFieldsProps) {
  const { vendor, draft, onChange } = rest
  const words = localized(hostingMessages).platform
  const titles = localized(hostingPlatformMessages)
  return (
    <Card>
      <div className="hosting-fields">
        <SelectField
          label={words.label}
          hint={isEditable ? undefined : words.locked}
          aria-disabled={!isEditable}
          value={vendor.hosting}
          onChange={(event) => isEditable && onPlatform(HostingPlatform.parse(event.target.value))}
          options={HostingPlatform.options.map((platform) => ({ value: platform, label: titles[platform].title }))}
        />
        <SelectField
          label={words.region}
          value={draft.region}
          onChange={(event) => onChange('region', event.target.value)}
          options={offeredRegions(vendor).map(({ region }) => ({ value: region, label: region }))}
        />
        {fieldsOf[vendor.hosting].map((field) => (
          <HostingName key={field} field={field} unusable={words.exampleUsed} {...rest} />
        ))}
        <HostingName field="tables" hint={words.several} unusable={words.leftOut} {...rest} />
        <HostingName field="buckets" hint={words.several} unusable={words.leftOut} {...rest} />
        <HostingName field="registryTable" hint={words.registryHint} unusable={words.leftOut} {...rest} />
      </div>
      <p className="hint">{words.private}</p>
    </Card>
  )
}

type HostingNameProps = Pick<HostingFieldsProps, 'vendor' | 'draft' | 'faults' | 'onChange'> & {
  readonly field: HostingField
  readonly hint?: string
  /** Adds to a fault how the policies go on without the value. */
  readonly unusable: (fault: string) => string
}

export function HostingName({ field, hint, unusable, vendor, draft, faults, onChange }: HostingNameProps) {
  const words = localized(hostingMessages).platform
  const fault = faults.find((each) => each.field === field)
  return (
    <TextField
      label={field === 'registryTable' ? words.registry : words[field]}
      hint={hint}
      error={fault === undefined ? undefined : unusable(hostingFaultText(fault, vendor, draft.region, currentLanguage().code))}
      isMono
      value={draft[field]}
      onChange={(event) => onChange(field, event.target.value)}
    />
  )
}

/** Why the policy is wider than with a well-known name. */
export function NameSuffixNote({ vendor }: { readonly vendor: Vendor }) {
  const words = localized(hostingMessages).artifacts
  if (!hasNameSuffix(vendor)) return null
  return (
    <Callout tone="note" title={words.suffixTitle(vendor.role.name)} headingLevel={3}>
      <p>{words.suffix(vendor.role.name)}</p>
      <p>{words.suffixEarlier(vendor.role.name)}</p>
    </Callout>
  )
}

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
