import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import type { Connection } from '#core/connection.ts'
import type { Vendor } from '#core/vendor.ts'
import { lazyModule } from '#ui/lazy-module.ts'
import { navigate } from '#ui/use-hash.ts'
import type { Answer } from '../api/request.ts'
import { routeHash } from '../routes.ts'
import { shellWords } from '../words/shell.ts'
import type { AccountError, AccountField, AccountForm } from './account-form.ts'
import type { Sent } from './account-submission.ts'

const mutationKey = ['connection-of-draft']

/** Rules, their words and the request are needed when Continue is pressed, not to see the screen: they come after it. */
const submissionModule = lazyModule(async () => (await import('./account-submission.ts')).accountSubmission)

export const requestSubmission = submissionModule.request

type Submission = {
  readonly errors: readonly AccountError[]
  /** Changes with each attempt that ended in errors. */
  readonly attempt: string
  readonly isPending: boolean
  readonly submit: () => void
}

type Options = { readonly vendor: Vendor; readonly form: UseFormReturn<AccountForm>; readonly onSent: () => void }

const notLoaded: AccountError = { field: null, message: shellWords.broken.notLoaded }

/** Continue without a change leads to the same connection again: the server answers the same request so. */
export function useAccountSubmission({ vendor, form, onSent }: Options): Submission {
  const client = useQueryClient()
  const [refusedFields, setRefusedFields] = useState<readonly AccountField[]>([])
  const loaded = submissionModule.useLoaded()
  const creation = useMutation<Answer<Connection>, Error, Sent & { readonly send: () => Promise<Answer<Connection>> }>({
    mutationKey,
    mutationFn: ({ send }) => send(),
    onSuccess: (answer) => {
      if (answer.kind === 'answer') navigate(routeHash({ kind: 'role', connectionId: answer.value.id }))
    },
  })

  const submit = form.handleSubmit(async (typed) => {
    const submission = await submissionModule.request()
    // Asked of the client and not of this render: the second of two quick clicks comes before the next render.
    if (submission.kind !== 'ready' || client.isMutating({ mutationKey }) > 0) return
    const reading = submission.module.read(typed, vendor)
    setRefusedFields(reading.kind === 'refused' ? reading.issues.map(({ field }) => field) : [])
    if (reading.kind !== 'terms') return
    onSent()
    const { request } = reading
    creation.mutate({ request, form: typed, send: () => submission.module.send(client, request) })
  })

  const now = form.watch()
  const { data: answer, variables: sent } = creation
  const { submitCount } = form.formState
  const found = loaded.kind === 'ready' ? loaded.module.errors({ vendor, now, refusedFields, sent, answer }) : []
  return {
    errors: loaded.kind === 'failed' && submitCount > 0 ? [notLoaded] : found,
    attempt: `${submitCount} ${creation.submittedAt}`,
    isPending: creation.isPending,
    submit: () => void submit(),
  }
}
