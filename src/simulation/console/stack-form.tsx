import { type UseFormRegisterReturn, useForm } from 'react-hook-form'
import { localized } from '#i18n/language.ts'
import { Button } from '#ui/controls/button.tsx'
import { CheckboxField, TextField } from '#ui/controls/fields.tsx'
import { SelectField } from '#ui/controls/select-field.tsx'
import type { AwsAnswer } from './aws-query.ts'
import { AwsErrorMessage, AwsText, awsLabels } from './aws-text.tsx'
import type { StackRequest } from './cloudformation.ts'
import { consoleMessages } from './console-messages.ts'
import type { TemplateField, TemplateFields } from './template-fields.ts'

type StackFormProps = TemplateFields & {
  stackName: string
  /** Required by the template. */
  capabilities: readonly string[]
  isBusy: boolean
  answer: AwsAnswer<unknown> | undefined
  onCreate: (form: Omit<StackRequest, 'template'>) => void
}

/** The form validates nothing, because the page shows how AWS responds. */
export function StackForm({ stackName, fields, ignored, capabilities, isBusy, answer, onCreate }: StackFormProps) {
  const { register, handleSubmit } = useForm({
    defaultValues: { stackName, parameters: Object.fromEntries(fields.map(({ name, value }) => [name, value])), acknowledged: false },
  })
  const create = handleSubmit(({ acknowledged, ...form }) => onCreate({ ...form, capabilities: acknowledged ? capabilities : [] }))
  const groups = [...new Set(fields.map(({ group }) => group))]
  return (
    <form className="stack" onSubmit={(event) => void create(event)} noValidate>
      <TextField label={<AwsText>{awsLabels.stackName}</AwsText>} isMono {...register('stackName')} />
      {groups.map((group) => (
        <fieldset key={group} className="stack console-group">
          <legend>
            <AwsText>{group === '' ? awsLabels.parameters : group}</AwsText>
          </legend>
          {fields
            .filter((field) => field.group === group)
            .map((field) => (
              <ParameterField key={field.name} field={field} registration={register(`parameters.${field.name}`)} />
            ))}
        </fieldset>
      ))}
      {ignored.map(({ name, reason }) => (
        <p className="hint" key={name}>
          {localized(consoleMessages).stack.ignored(name, reason)}
        </p>
      ))}
      {capabilities.length > 0 && (
        <Acknowledgement isRefused={isUnacknowledged(answer)} capabilities={capabilities} registration={register('acknowledged')} />
      )}
      <AwsErrorMessage answer={answer} />
      <div className="row">
        <Button type="submit" variant="primary" busy={isBusy}>
          <AwsText>{awsLabels.createStack}</AwsText>
        </Button>
      </div>
    </form>
  )
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateStack.html */
function isUnacknowledged(answer: AwsAnswer<unknown> | undefined): boolean {
  return answer?.kind === 'error' && answer.code === 'InsufficientCapabilitiesException'
}

type AcknowledgementProps = { capabilities: readonly string[]; isRefused: boolean; registration: UseFormRegisterReturn }

function Acknowledgement({ capabilities, isRefused, registration }: AcknowledgementProps) {
  return (
    <fieldset className="stack console-group">
      <legend>
        <AwsText>{awsLabels.capabilities}</AwsText>
      </legend>
      <CheckboxField
        label={<AwsText>{awsLabels.acknowledgment(capabilities)}</AwsText>}
        error={isRefused ? localized(consoleMessages).stack.tick : undefined}
        {...registration}
      />
    </fieldset>
  )
}

function ParameterField({ field, registration }: { field: TemplateField; registration: UseFormRegisterReturn }) {
  const described = {
    label: <AwsText>{field.label}</AwsText>,
    hint: field.description === '' ? undefined : <AwsText>{field.description}</AwsText>,
  }
  if (field.allowedValues.length === 0) {
    return <TextField {...described} {...registration} isMono type={field.isSecret ? 'password' : 'text'} />
  }
  // A value of the link that the template doesn't allow is shown unchanged. AWS rejects it by name.
  const values = [...new Set([...field.allowedValues, field.value])]
  return (
    <SelectField
      {...described}
      {...registration}
      options={values.map((value) => ({ value, label: value === '' ? localized(consoleMessages).stack.empty : value }))}
    />
  )
}
