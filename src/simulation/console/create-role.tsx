import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { Button } from '#ui/controls/button.tsx'
import { Card } from '#ui/controls/card.tsx'
import { TextAreaField, TextField } from '#ui/controls/fields.tsx'
import type { SignedIn } from './aws-query.ts'
import { AwsErrorMessage, AwsText, awsLabels } from './aws-text.tsx'
import { createRole } from './iam.ts'
import { roleKey } from './queries.ts'
import { RoleView } from './role-view.tsx'

/** Follows https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-custom.html, on one page and without permissions. */
export function CreateRole({ signedIn }: { signedIn: SignedIn }) {
  const [created, setCreated] = useState('')
  return created === '' ? (
    <CreateRoleForm signedIn={signedIn} onCreated={setCreated} />
  ) : (
    <RoleView signedIn={signedIn} stacks={[]} expectedName={created} />
  )
}

type CreateRoleFormProps = { signedIn: SignedIn; onCreated: (roleName: string) => void }

function CreateRoleForm({ signedIn, onCreated }: CreateRoleFormProps) {
  const queryClient = useQueryClient()
  const { register, handleSubmit } = useForm({ values: { trustPolicy: '', roleName: '' } })
  const create = useMutation({
    mutationFn: (typed: { roleName: string; trustPolicy: string }) => createRole(signedIn, typed.roleName, typed.trustPolicy),
    onSuccess: async (answer, { roleName }) => {
      if (answer.kind !== 'answer') return
      await queryClient.invalidateQueries({ queryKey: roleKey(signedIn, roleName) })
      onCreated(roleName)
    },
  })
  const submit = handleSubmit(({ roleName, trustPolicy }) => create.mutate({ roleName: roleName.trim(), trustPolicy }))
  return (
    <Card as="section" className="stack">
      <h2>
        <AwsText>{awsLabels.createRole}</AwsText>
      </h2>
      <form className="stack" onSubmit={(event) => void submit(event)} noValidate>
        <TextAreaField label={awsLabels.customTrustPolicy} isMono rows={12} {...register('trustPolicy')} />
        <TextField label={awsLabels.roleName} isMono {...register('roleName')} />
        <AwsErrorMessage answer={create.data} />
        <div className="row">
          <Button type="submit" variant="primary" busy={create.isPending}>
            <AwsText>{awsLabels.createRole}</AwsText>
          </Button>
        </div>
      </form>
    </Card>
  )
}
