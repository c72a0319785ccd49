import type { UseFormRegisterReturn } from 'react-hook-form'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { TemplateField } from './template-fields.ts'

export function ParameterField({ field, registration }: { field: TemplateField; registration: UseFormRegisterReturn }) {
  const words = { label: field.label, hint: field.description }
  if (field.allowedValues.length === 0) {
    return <TextField {...words} {...registration} isMono type={field.isSecret ? 'password' : 'text'} />
  }
  // A value of the link that the template does not allow is shown as it came; AWS refuses it by name.
  const values = [...new Set([...field.allowedValues, field.value])]
  return <SelectField {...words} {...registration} options={values.map((value) => ({ value, label: value === '' ? '(empty)' : value }))} />
}
