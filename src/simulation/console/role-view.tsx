import { type QueryKey, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { localized } from '#i18n/language.ts'
import { LiveRegion } from '#ui/controls/announcements.tsx'
import { Button } from '#ui/controls/button.tsx'
import { Card } from '#ui/controls/card.tsx'
import { TextAreaField, TextField } from '#ui/controls/fields.tsx'
import { FactList } from '#ui/controls/lists.tsx'
import type { AwsAnswer, SignedIn } from './aws-query.ts'
import { Answered, AwsErrorMessage, AwsText } from './aws-text.tsx'
import type { Stack } from './cloudformation.ts'
import { consoleMessages } from './console-messages.ts'
import { deletePermissionsPolicy, type Role, savePermissionsPolicy, saveTrustPolicy } from './iam.ts'
import { roleKey, roleQuery } from './queries.ts'

type PolicyFormProps = {
  title: string
  action: string
  text: string
  changes: QueryKey
  onSave: (text: string) => Promise<AwsAnswer<unknown>>
  onDelete?: (() => Promise<AwsAnswer<unknown>>) | undefined
}

type Change = { run: () => Promise<AwsAnswer<unknown>>; leaves: string }

function PolicyForm({ title, action, text, changes, onSave, onDelete }: PolicyFormProps) {
  const words = localized(consoleMessages).role
  const queryClient = useQueryClient()
  const { register, handleSubmit, reset, formState } = useForm({ values: { text }, resetOptions: { keepDirtyValues: true } })
  const change = useMutation({
    mutationFn: ({ run }: Change) => run(),
    onSuccess: async (answer, { leaves }) => {
      if (answer.kind !== 'answer') return
      // The field is no longer dirty, so the text that AWS stored replaces it.
      reset({ text: leaves }, { keepDirtyValues: false })
      await queryClient.invalidateQueries({ queryKey: changes })
    },
  })
  const save = handleSubmit((typed) => change.mutate({ run: () => onSave(typed.text), leaves: typed.text }))
  const note = change.data?.kind === 'answer' && !formState.isDirty ? words.saved : ''
  return (
    <form className="stack" onSubmit={(event) => void save(event)} noValidate>
      <TextAreaField label={title} note={note} isMono rows={rowsOf(text)} {...register('text')} />
      <LiveRegion text={note} />
      <AwsErrorMessage answer={change.data} />
      <div className="row">
        <Button type="submit" variant="primary" busy={change.isPending}>
          {action}
        </Button>
        {onDelete !== undefined && (
          <Button variant="quiet" busy={change.isPending} onClick={() => change.mutate({ run: onDelete, leaves: '' })}>
            {words.deletePolicy}
          </Button>
        )}
      </div>
    </form>
  )
}

const rowsOf = (text: string): number => Math.min(Math.max(text.split('\n').length + 1, 8), 24)

type RoleViewProps = {
  signedIn: SignedIn
  /** The default of the name field. */
  expectedName: string
  stacks: readonly Stack[]
}

/** The role of a stack, or any other role of the account, for example one created with the AWS CLI. */
export function RoleView({ signedIn, expectedName, stacks }: RoleViewProps) {
  const [typedName, setTypedName] = useState<string | null>(null)
  const roleName = typedName ?? expectedName
  const statuses = stacks.map(({ StackId, StackStatus }) => `${StackId} ${StackStatus}`)
  const role = useQuery({ ...roleQuery(signedIn, roleName, statuses), enabled: roleName !== '' })
  return (
    <Card as="section" className="stack">
      <h2>{localized(consoleMessages).role.heading}</h2>
      <RoleNameForm roleName={roleName} onChoose={setTypedName} />
      {roleName === '' ? null : <FoundRole answer={role.data} {...{ signedIn, roleName }} />}
    </Card>
  )
}

function RoleNameForm({ roleName, onChoose }: { roleName: string; onChoose: (roleName: string) => void }) {
  const words = localized(consoleMessages).role
  const { register, handleSubmit } = useForm({ values: { roleName } })
  const choose = handleSubmit((form) => onChoose(form.roleName.trim()))
  return (
    <form onSubmit={(event) => void choose(event)} noValidate>
      <TextField label={words.name} isMono action={<Button type="submit">{words.show}</Button>} {...register('roleName')} />
    </form>
  )
}

function FoundRole({ answer, signedIn, roleName }: { answer: AwsAnswer<Role> | undefined; signedIn: SignedIn; roleName: string }) {
  // https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRole.html
  if (answer?.kind === 'error' && answer.code === 'NoSuchEntity') {
    return (
      <p className="hint" role="status">
        <AwsText>
          <code>{answer.code}</code> {answer.message}
        </AwsText>
      </p>
    )
  }
  return (
    <Answered answer={answer} waiting={localized(consoleMessages).role.loading}>
      {(role) => <RolePolicies key={roleName} {...{ signedIn, role }} />}
    </Answered>
  )
}

function RolePolicies({ signedIn, role }: { signedIn: SignedIn; role: Role }) {
  const words = localized(consoleMessages).role
  const { roleName } = role
  const shared = { changes: roleKey(signedIn, roleName) }
  const policies = role.policies.length === 0 ? [{ policyName: roleName, text: '' }] : role.policies
  return (
    <>
      <FactList facts={[{ term: 'ARN', value: <code>{role.roleArn}</code> }]} />
      <PolicyForm
        {...shared}
        title={words.trustPolicy}
        action={words.saveTrustPolicy}
        text={role.trustPolicy}
        onSave={(text) => saveTrustPolicy(signedIn, roleName, text)}
      />
      {policies.map(({ policyName, text }) => (
        <PolicyForm
          key={policyName}
          {...shared}
          title={words.permissionsPolicy(policyName)}
          action={words.savePermissionsPolicy}
          text={text}
          onSave={(edited) => savePermissionsPolicy(signedIn, { roleName, policyName, text: edited })}
          onDelete={text === '' ? undefined : () => deletePermissionsPolicy(signedIn, roleName, policyName)}
        />
      ))}
    </>
  )
}
