import { useForm } from 'react-hook-form'
import { Button } from '#ui/button.tsx'
import { CheckboxField } from '#ui/checkbox-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { AwsAnswer } from './aws-answer.ts'
import { AwsWords } from './aws-words.tsx'
import type { StackRequest } from './cloudformation.ts'
import { ParameterField } from './parameter-field.tsx'
import type { TemplateFields } from './template-fields.ts'

type StackFormProps = TemplateFields & {
  stackName: string
  /** Those that the template needs. */
  capabilities: readonly string[]
  isBusy: boolean
  answer: AwsAnswer<unknown> | undefined
  onCreate: (form: Omit<StackRequest, 'templateUrl'>) => void
}

const ignoredWords = { unknown: 'the template has no such parameter', 'no-echo': 'secret parameters are not taken from a link' } as const

/** Nothing is checked here: what AWS says about the request is part of what the page shows. */
export function StackForm({ stackName, fields, ignored, capabilities, isBusy, answer, onCreate }: StackFormProps) {
  const { register, handleSubmit } = useForm({
    defaultValues: { stackName, parameters: Object.fromEntries(fields.map(({ name, value }) => [name, value])), acknowledged: false },
  })
  const create = handleSubmit(({ acknowledged, ...form }) => onCreate({ ...form, capabilities: acknowledged ? capabilities : [] }))
  return (
    <form className="stack" onSubmit={(event) => void create(event)} noValidate>
      <TextField label="Stack name" isMono {...register('stackName')} />
      <fieldset className="stack console-group">
        <legend>Parameters</legend>
        {fields.length === 0 && <p className="hint">The template has none.</p>}
        {fields.map((field) => (
          <ParameterField key={field.name} field={field} registration={register(`parameters.${field.name}`)} />
        ))}
        {ignored.map(({ name, reason }) => (
          <p key={name} className="hint">
            The link's value for <code>{name}</code> is ignored: {ignoredWords[reason]}.
          </p>
        ))}
      </fieldset>
      {capabilities.length > 0 && (
        <fieldset className="stack console-group">
          <legend>Capabilities</legend>
          <CheckboxField
            label={acknowledgement(capabilities)}
            error={isUnacknowledged(answer) ? 'Tick this box to let the stack create the role.' : undefined}
            {...register('acknowledged')}
          />
        </fieldset>
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

function acknowledgement(capabilities: readonly string[]): string {
  const names = capabilities.includes('CAPABILITY_NAMED_IAM') ? ' with custom names' : ''
  return `I acknowledge that AWS CloudFormation might create IAM resources${names}.`
}
