import { type ComponentProps, useId } from 'react'
import { describedControl, Field, type FieldWords } from './fields.tsx'

export type SelectOption = { value: string; label: string; group?: string | undefined }

type SelectFieldProps = FieldWords & { options: readonly SelectOption[] } & Omit<ComponentProps<'select'>, 'children'>

export function SelectField({ label, hint, error, note, options, ...rest }: SelectFieldProps) {
  const ownId = useId()
  const id = rest.id ?? ownId
  const groups = [...new Set(options.map((option) => option.group))]
  return (
    <Field {...{ id, label, hint, error, note }}>
      <select {...rest} {...describedControl(id, { hint, error, note })}>
        {groups.map((group) => (
          <OptionGroup key={group ?? ''} group={group} options={options.filter((option) => option.group === group)} />
        ))}
      </select>
    </Field>
  )
}

function OptionGroup({ group, options }: { group: string | undefined; options: readonly SelectOption[] }) {
  const list = options.map((option) => (
    <option key={option.value} value={option.value}>
      {option.label}
    </option>
  ))
  return group === undefined ? list : <optgroup label={group}>{list}</optgroup>
}
