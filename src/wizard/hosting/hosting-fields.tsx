import { HostingPlatform } from '#core/connection/hosting-platform.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { offeredRegions } from '#core/connection/vendor-fields.ts'
import { hostingPlatformMessages } from '#core/hosting/hosting-platforms.ts'
import { localized } from '#i18n/language.ts'
import { Card } from '#ui/controls/card.tsx'
import { SelectField, TextField } from '#ui/controls/fields.tsx'
import { fieldFault, fieldsOf, type HostingDraft, type HostingField } from './hosting-draft.ts'
import { hostingMessages } from './hosting-messages.ts'

type HostingFieldsProps = {
  readonly vendor: Vendor
  readonly draft: HostingDraft
  readonly onChange: (field: HostingField | 'region', text: string) => void
  readonly onPlatform: (platform: HostingPlatform) => void
}

/** Fields for the values that the policies need and the config doesn't have. */
export function HostingFields({ vendor, draft, onChange, onPlatform }: HostingFieldsProps) {
  const words = localized(hostingMessages).platform
  const titles = localized(hostingPlatformMessages)
  return (
    <Card>
      <div className="hosting-fields">
        <SelectField
          label={words.label}
          value={draft.platform}
          onChange={(event) => onPlatform(HostingPlatform.parse(event.target.value))}
          options={HostingPlatform.options.map((platform) => ({ value: platform, label: titles[platform].title }))}
        />
        <SelectField
          label={words.region}
          value={draft.region}
          onChange={(event) => onChange('region', event.target.value)}
          options={offeredRegions(vendor).map(({ region }) => ({ value: region, label: region }))}
        />
        {fieldsOf[draft.platform].map((field) => (
          <Name key={field} field={field} draft={draft} onChange={onChange} />
        ))}
        <Name field="tables" hint={words.several} draft={draft} onChange={onChange} />
        <Name field="buckets" hint={words.several} draft={draft} onChange={onChange} />
        <Name field="registryTable" hint={words.registryHint} draft={draft} onChange={onChange} />
      </div>
      <p className="hint">{words.private}</p>
    </Card>
  )
}

type NameProps = Pick<HostingFieldsProps, 'draft' | 'onChange'> & { readonly field: HostingField; readonly hint?: string }

function Name({ field, hint, draft, onChange }: NameProps) {
  const words = localized(hostingMessages).platform
  const label = field === 'registryTable' ? words.registry : words[field]
  const fault = fieldFault(draft, field)
  const error = fault === '' ? words.required : words.invalid(fault ?? '')
  return (
    <TextField
      label={label}
      hint={hint}
      error={fault === null ? undefined : error}
      isMono
      value={draft[field]}
      onChange={(event) => onChange(field, event.target.value)}
    />
  )
}
