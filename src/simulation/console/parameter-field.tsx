import type { UseFormRegisterReturn } from 'react-hook-form'
import { localized } from '#i18n/language.ts'
import { SelectField } from '#ui/controls/select-field.tsx'
import { TextField } from '#ui/controls/text-field.tsx'
import { AwsText } from './aws-text.tsx'
import { consoleMessages } from './console-messages.ts'
import type { TemplateField } from './template-fields.ts'

export function ParameterField({ field, registration }: { field: TemplateField; registration: UseFormRegisterReturn }) {
  const described = {
    label: <AwsText>{field.label}</AwsText>,
    hint: field.description === '' ? undefined : <AwsText>{field.description}</AwsText>,
  }
  if (field.allowedValues.length === 0) {
    return <TextField {...described} {...registration} isMono type={field.isSecret ? 'password' : 'text'} />
  }
  // A value of the link that the template does not allow is shown as it came; AWS refuses it by name.
  const values = [...new Set([...field.allowedValues, field.value])]
  return (
    <SelectField
      {...described}
      {...registration}
      options={values.map((value) => ({ value, label: value === '' ? localized(consoleMessages).stack.empty : value }))}
    />
  )
}
