import { type UseFormRegisterReturn, useForm } from 'react-hook-form'
import { Button } from '#ui/button.tsx'
import { CheckboxField } from '#ui/checkbox-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { AwsAnswer } from './aws-answer.ts'
import { AwsWords } from './aws-words.tsx'
import type { StackRequest } from './cloudformation.ts'
import { ParameterField } from './parameter-field.tsx'
import type { IgnoredValue, TemplateFields } from './template-fields.ts'

type StackFormProps = TemplateFields & {
  stackName: string
  /** Those that the template needs. */
  capabilities: readonly string[]
  isBusy: boolean
  answer: AwsAnswer<unknown> | undefined
  onCreate: (form: Omit<StackRequest, 'template'>) => void
}

const ignoredWords = { unknown: 'the template has no such parameter', 'no-echo': 'secret parameters are not taken from a link' } as const

/** Nothing is checked here: what AWS says about the request is part of what the page shows. */
export function StackForm({ stackName, fields, ignored, capabilities, isBusy, answer, onCreate }: StackFormProps) {
  const { register, handleSubmit } = useForm({
    defaultValues: { stackName, parameters: Object.fromEntries(fields.map(({ name, value }) => [name, value])), acknowledged: false },
  })
  const create = handleSubmit(({ acknowledged, ...form }) => onCreate({ ...form, capabilities: acknowledged ? capabilities : [] }))
  const groups = [...new Set(fields.map(({ group }) => group))]
  return (
    <form className="stack" onSubmit={(event) => void create(event)} noValidate>
      <TextField label="Stack name" isMono {...register('stackName')} />
      {groups.map((group) => (
        <fieldset key={group} className="stack console-group">
          <legend>{group === '' ? 'Parameters' : group}</legend>
          {fields
            .filter((field) => field.group === group)
            .map((field) => (
              <ParameterField key={field.name} field={field} registration={register(`parameters.${field.name}`)} />
            ))}
        </fieldset>
      ))}
      {ignored.map((value) => (
        <IgnoredWords key={value.name} {...value} />
      ))}
      {capabilities.length > 0 && (
        <Acknowledgement isRefused={isUnacknowledged(answer)} capabilities={capabilities} registration={register('acknowledged')} />
      )}
      <AwsWords answer={answer} />
      <div className="row">
        <Button type="submit" look="primary" busy={isBusy}>
          Create stack
        </Button>
      </div>
    </form>
  )
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateStack.html */
function isUnacknowledged(answer: AwsAnswer<unknown> | undefined): boolean {
  return answer?.kind === 'error' && answer.code === 'InsufficientCapabilitiesException'
}

function IgnoredWords({ name, reason }: IgnoredValue) {
  return (
    <p className="hint">
      The link's value for <code>{name}</code> is ignored: {ignoredWords[reason]}.
    </p>
  )
}

type AcknowledgementProps = { capabilities: readonly string[]; isRefused: boolean; registration: UseFormRegisterReturn }

function Acknowledgement({ capabilities, isRefused, registration }: AcknowledgementProps) {
  const names = capabilities.includes('CAPABILITY_NAMED_IAM') ? ' with custom names' : ''
  return (
    <fieldset className="stack console-group">
      <legend>Capabilities</legend>
      <CheckboxField
        label={`I acknowledge that AWS CloudFormation might create IAM resources${names}.`}
        error={isRefused ? 'Tick this box to let the stack create the role.' : undefined}
        {...registration}
      />
    </fieldset>
  )
}
