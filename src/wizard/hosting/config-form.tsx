import { useState } from 'react'
import { useForm } from 'react-hook-form'
import type { ConfigIssue } from '#core/connection/config-review.ts'
import { formAt } from '#core/connection/vendor-config/field-forms.ts'
import { localized, vendorText } from '#i18n/language.ts'
import { Button } from '#ui/controls/button.tsx'
import { Disclosure } from '#ui/controls/card.tsx'
import { CheckboxField, TextAreaField, TextField } from '#ui/controls/fields.tsx'
import { SelectField } from '#ui/controls/select-field.tsx'
import {
  allFields,
  type ConfigField,
  type FieldGroup,
  type FormValues,
  fieldEdit,
  fieldGroups,
  fieldName,
  formValues,
  setFields,
} from './config-fields.ts'
import { configMessages } from './config-messages.ts'
import type { EditedConfig } from './config-state.ts'

type ConfigFormProps = {
  readonly config: EditedConfig
  readonly onShow: (path: readonly (string | number)[]) => void
}

const groups: readonly FieldGroup[] = ['product', 'accounts', 'role', 'externalId', 'embed']

/** The main fields of the config. What is typed goes into the text at once, and the text into the fields. */
export function ConfigForm({ config, onShow }: ConfigFormProps) {
  const words = localized(configMessages)
  const fields = allFields(config.vendor)
  // A list keeps the commas as they are typed, as long as the text is what the form made of them.
  const [typed, setTyped] = useState<{ readonly text: string; readonly values: FormValues } | null>(null)
  const values = typed?.text === config.text ? typed.values : formValues(config.text, fields)
  const { register, getValues } = useForm<Record<string, string | boolean>>({ values })

  function onChange(): void {
    const next = getValues()
    const changed = fields.filter((field) => next[fieldName(field)] !== values[fieldName(field)])
    const text = config.edit(changed.map((field) => fieldEdit(field, config.text, next[fieldName(field)] ?? '')))
    setTyped({ text, values: { ...next } })
  }

  const entry = (field: ConfigField) => (
    <Entry key={fieldName(field)} field={field} issues={config.issues} registered={register(fieldName(field))} />
  )
  return (
    <form className="stack" noValidate method="dialog" onSubmit={(event) => event.preventDefault()} onChange={onChange}>
      {groups.map((group) => (
        <Disclosure key={group} summary={words.groups[group]} open={group === 'product'}>
          <div className="config-entries">{fieldGroups[group].map(entry)}</div>
        </Disclosure>
      ))}
      {config.vendor.permissionSets.map((set, index) => (
        <Disclosure key={set.id} summary={vendorText(set.title)}>
          <div className="config-entries">
            {setFields(index).map(entry)}
            <div className="row">
              <Button className="small" onClick={() => onShow(['permissionSets', index, 'statements'])}>
                {words.set.statements}
              </Button>
            </div>
          </div>
        </Disclosure>
      ))}
    </form>
  )
}

type EntryProps = {
  readonly field: ConfigField
  readonly issues: readonly ConfigIssue[]
  readonly registered: ReturnType<ReturnType<typeof useForm<Record<string, string | boolean>>>['register']>
}

function labelOf({ path, member }: ConfigField): string {
  const words = localized(configMessages)
  const [top] = path
  const key = [...(top === 'permissionSets' ? path.slice(2) : path), ...(member === undefined ? [] : [member])].join('.')
  return Object.entries(top === 'permissionSets' ? words.set : words.fields).find(([name]) => name === key)?.[1] ?? key
}

const isAt = (path: readonly (string | number)[], at: readonly (string | number)[]): boolean =>
  at.every((step, index) => path[index] === step)

function Entry({ field, issues, registered }: EntryProps) {
  const words = localized(configMessages)
  const { path, kind } = field
  const shared = { label: labelOf(field), ...registered }
  if (kind === 'flag' || kind === 'member') return <CheckboxField {...shared} />
  const error = issues.find((issue) => issue.severity === 'error' && isAt(issue.path, path))?.message
  if (kind === 'choice')
    return (
      <SelectField
        {...shared}
        error={error}
        options={[{ value: '', label: words.unset }, ...(formAt(path)?.values ?? []).map((value) => ({ value, label: value }))]}
      />
    )
  if (kind === 'list') return <TextAreaField {...shared} rows={2} isMono hint={words.listHint} error={error} />
  if (kind === 'roles') return <TextAreaField {...shared} rows={2} isMono hint={words.rolesHint} error={error} />
  if (kind === 'localized') return <TextAreaField {...shared} rows={2} hint={words.english} error={error} />
  return <TextField {...shared} isMono={path[0] !== 'name'} error={error} />
}
