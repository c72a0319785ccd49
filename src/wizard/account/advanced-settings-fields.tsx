import { mayChoose } from '#core/connection/vendor-fields.ts'
import { localized } from '#i18n/language.ts'
import { TextAreaField, TextField } from '#ui/controls/fields.tsx'
import { SelectField } from '#ui/controls/select-field.tsx'
import { type AccountFieldsProps, registered } from './account-draft.ts'
import { roleOptionMessages } from './role-option-messages.ts'
import { examplePartition, sessionChoices, sessionHours } from './typed-terms.ts'

export function CompanyPolicyFields(props: AccountFieldsProps) {
  const words = localized(roleOptionMessages)
  const { vendor, form, typed, errorOf } = props
  const { permissionsBoundary, path, tags } = vendor.role
  const field = (name: 'path' | 'permissionsBoundary' | 'tags') => ({
    id: `role.${name}`,
    error: errorOf(`role.${name}`),
    isMono: true,
    ...registered(form, `role.${name}`),
  })
  return (
    <div className="stack">
      <p className="hint">{words.hint}</p>
      {mayChoose(vendor, 'path') && <TextField label={words.path.label} hint={words.path.hint(path)} {...field('path')} />}
      {permissionsBoundary !== 'none' && (
        <TextField
          label={permissionsBoundary === 'required' ? words.boundary.requiredLabel : words.boundary.label}
          hint={words.boundary.hint(`arn:${examplePartition(typed.region)}:iam::444455556666:policy/Boundary`)}
          {...field('permissionsBoundary')}
        />
      )}
      {mayChoose(vendor, 'tags') && (
        <TextAreaField
          rows={2}
          label={words.tags.label}
          hint={words.tags.hint(Object.entries(tags).map(([key, value]) => `${key}=${value}`))}
          {...field('tags')}
        />
      )}
      <SessionField {...props} />
    </div>
  )
}

function SessionField({ vendor, form, errorOf }: AccountFieldsProps) {
  const words = localized(roleOptionMessages)
  const choices = sessionChoices(vendor)
  if (choices.length === 0) return null
  return (
    <SelectField
      id="role.maxSessionDuration"
      label={words.session.label}
      hint={words.session.hint}
      error={errorOf('role.maxSessionDuration')}
      options={[
        { value: '', label: words.session.asAsked(sessionHours(vendor.role.maxSessionDuration), vendor.name) },
        ...choices.map((seconds) => ({ value: String(seconds), label: words.session.hours(sessionHours(seconds)) })),
      ]}
      {...form.register('role.maxSessionDuration')}
    />
  )
}
