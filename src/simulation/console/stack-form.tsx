import type { ReactNode } from 'react'
import { type UseFormRegisterReturn, useForm } from 'react-hook-form'
import { localized } from '#i18n/language.ts'
import { Button } from '#ui/controls/button.tsx'
import { Disclosure } from '#ui/controls/card.tsx'
import { CheckboxField, TextField } from '#ui/controls/fields.tsx'
import { type Fact, FactList } from '#ui/controls/lists.tsx'
import { SelectField } from '#ui/controls/select-field.tsx'
import type { AwsAnswer } from './aws-query.ts'
import { AwsErrorMessage, AwsText, awsLabels, ofAws } from './aws-text.tsx'
import type { StackRequest } from './cloudformation.ts'
import { consoleMessages } from './console-messages.ts'
import type { TemplateField, TemplateFields } from './template-fields.ts'

type StackFormProps = TemplateFields & {
  /** The source of the template. */
  place: Fact
  stackName: string
  /** Required by the template. */
  capabilities: readonly string[]
  isBusy: boolean
  answer: AwsAnswer<unknown> | undefined
  onCreate: (form: Omit<StackRequest, 'template'>) => void
}

/** The form validates nothing, because the page shows how AWS responds. What is left to do stays in view, below what is filled in. */
export function StackForm({ place, stackName, fields, ignored, capabilities, isBusy, answer, onCreate }: StackFormProps) {
  const { register, handleSubmit } = useForm({
    defaultValues: { stackName, parameters: Object.fromEntries(fields.map(({ name, value }) => [name, value])), acknowledged: false },
  })
  const create = handleSubmit(({ acknowledged, ...form }) => onCreate({ ...form, capabilities: acknowledged ? capabilities : [] }))
  const others = fields.filter(({ isProminent }) => !isProminent)
  const shown = (field: TemplateField) => (
    <ParameterField key={field.name} field={field} registration={register(`parameters.${field.name}`)} />
  )
  return (
    <form className="stack stack-form" onSubmit={(event) => void create(event)} noValidate>
      <TextField label={<AwsText>{awsLabels.stackName}</AwsText>} isMono {...register('stackName')} />
      <div className="stack-fields">{fields.filter(({ isProminent }) => isProminent).map(shown)}</div>
      <Disclosure variant="row" summary={localized(consoleMessages).stack.other(others.length)} open={isRefused(answer)}>
        <div className="stack">
          <div {...ofAws}>
            <FactList facts={[place]} />
          </div>
          <ParameterGroups fields={others}>{shown}</ParameterGroups>
        </div>
      </Disclosure>
      {ignored.map(({ name, reason }) => (
        <p className="hint" key={name}>
          {localized(consoleMessages).stack.ignored(name, reason)}
        </p>
      ))}
      <AwsErrorMessage answer={answer} />
      <div className="stack-form-foot">
        {capabilities.length > 0 && (
          <CheckboxField
            label={<AwsText>{awsLabels.acknowledgment(capabilities)}</AwsText>}
            error={isUnacknowledged(answer) ? localized(consoleMessages).stack.tick : undefined}
            {...register('acknowledged')}
          />
        )}
        <Button type="submit" variant="primary" busy={isBusy}>
          <AwsText>{awsLabels.createStack}</AwsText>
        </Button>
      </div>
    </form>
  )
}

type ParameterGroupsProps = { fields: readonly TemplateField[]; children: (field: TemplateField) => ReactNode }

/** Groups in the order of the template. */
function ParameterGroups({ fields, children }: ParameterGroupsProps) {
  return [...new Set(fields.map(({ group }) => group))].map((group) => (
    <fieldset key={group} className="stack console-group">
      <legend>
        <AwsText>{group === '' ? awsLabels.parameters : group}</AwsText>
      </legend>
      {fields.filter((field) => field.group === group).map(children)}
    </fieldset>
  ))
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateStack.html */
function isUnacknowledged(answer: AwsAnswer<unknown> | undefined): boolean {
  return answer?.kind === 'error' && answer.code === 'InsufficientCapabilitiesException'
}

/** AWS may mean a parameter that isn't in view. */
const isRefused = (answer: AwsAnswer<unknown> | undefined): boolean => answer?.kind === 'error' && !isUnacknowledged(answer)

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
