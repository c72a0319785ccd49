import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import type { ConnectionRequest } from '#core/connection.ts'
import type { Vendor } from '#core/vendor.ts'
import { navigate } from '#ui/use-hash.ts'
import { createConnection, rememberConnection } from '../api/connection.ts'
import { routeHash } from '../routes.ts'
import { type AccountError, ownErrors, serverErrors } from './account-errors.ts'
import { type AccountField, type AccountForm, readAccountForm } from './account-form.ts'

const mutationKey = ['connection-of-draft']

type Submission = {
  readonly errors: readonly AccountError[]
  /** Changes with each attempt that ended in errors. */
  readonly attempt: string
  readonly isPending: boolean
  readonly submit: () => void
}

type Options = { readonly vendor: Vendor; readonly form: UseFormReturn<AccountForm>; readonly onSent: () => void }

/** Continue without a change leads to the same connection again: the server answers the same request so. */
export function useAccountSubmission({ vendor, form, onSent }: Options): Submission {
  const client = useQueryClient()
  const [refusedFields, setRefusedFields] = useState<readonly AccountField[]>([])
  const creation = useMutation({
    mutationKey,
    mutationFn: ({ request }: { request: ConnectionRequest; form: AccountForm }) => createConnection(request),
    onSuccess: (answer) => {
      if (answer.kind !== 'answer') return
      rememberConnection(client, answer.value)
      navigate(routeHash({ kind: 'role', connectionId: answer.value.id }))
    },
  })

  const submit = form.handleSubmit((typed) => {
    // Asked of the client and not of this render: the second of two quick clicks comes before the next render.
    if (client.isMutating({ mutationKey }) > 0) return
    const reading = readAccountForm(typed, vendor)
    setRefusedFields(reading.kind === 'refused' ? reading.issues.map(({ field }) => field) : [])
    if (reading.kind !== 'terms') return
    onSent()
    creation.mutate({ request: reading.request, form: typed })
  })

  const now = form.watch()
  const reading = readAccountForm(now, vendor)
  const refused = reading.kind === 'refused' ? ownErrors(reading.issues, refusedFields) : []
  const { data: answer, variables: sent } = creation
  const fromServer = answer !== undefined && answer.kind !== 'answer' && sent !== undefined ? serverErrors(answer, sent.form, now) : []
  return {
    errors: refused.length > 0 ? refused : fromServer,
    attempt: `${form.formState.submitCount} ${creation.submittedAt}`,
    isPending: creation.isPending,
    submit: () => void submit(),
  }
}
