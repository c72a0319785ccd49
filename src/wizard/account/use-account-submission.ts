import { useRef, useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import type { Vendor } from '#core/connection/vendor.ts'
import { routeHash } from '#wizard/app/routes.ts'
import type { AccountError, AccountForm } from './account-form.ts'
import { requestParts, useLoadedParts } from './account-parts.ts'
import type { Attempt } from './account-rules.ts'
import type { PolicyQuestion } from './policy-question.ts'

export type Submission = {
  /** Result of the last attempt. */
  readonly errors: readonly AccountError[]
  /** Counts the attempts that have ended. */
  readonly attempts: number
  /** The rules did not load, though Continue was chosen. */
  readonly isFailed: boolean
  readonly isPending: boolean
  readonly submit: () => void
  /** About the edited policy; null where there is nothing to ask. */
  readonly question: PolicyQuestion | null
  readonly withdraw: () => void
}

type Options = { readonly vendor: Vendor; readonly form: UseFormReturn<AccountForm>; readonly onSent: () => void }

/** A task later, so that the button is seen to be pressed before the rules are asked. */
const sightOfTheButton = () => new Promise((resolve) => setTimeout(resolve))

/** Continue without a change leads to the same connection again: the server answers the same request so. */
export function useAccountSubmission({ vendor, form, onSent }: Options): Submission {
  const [ended, setEnded] = useState<{ readonly attempts: number; readonly last: Attempt | null }>({ attempts: 0, last: null })
  const loaded = useLoadedParts()
  // Not state: the second of two quick clicks comes before the next render.
  const isUnderWay = useRef(false)

  async function press(): Promise<void> {
    await sightOfTheButton()
    onSent()
    const parts = await requestParts()
    const last = parts.kind === 'ready' ? await parts.module.attempt(form, vendor) : null
    setEnded(({ attempts }) => ({ attempts: attempts + 1, last }))
    if (parts.kind === 'ready' && last?.sent?.answer.kind === 'answer')
      parts.module.navigateStep(routeHash({ kind: 'role', connectionId: last.sent.answer.value.id }))
  }

  function submit(): void {
    if (isUnderWay.current) return
    isUnderWay.current = true
    void form
      .handleSubmit(press)()
      .finally(() => {
        isUnderWay.current = false
      })
  }

  const now = form.watch()
  const { attempts, last } = ended
  const errors = last !== null && loaded.kind === 'ready' ? loaded.module.remainingErrors(last, now, vendor) : []
  return {
    errors,
    attempts,
    isFailed: loaded.kind === 'failed' && attempts > 0,
    isPending: form.formState.isSubmitting,
    submit,
    question: last?.question ?? null,
    withdraw: () => setEnded({ attempts, last: null }),
  }
}
