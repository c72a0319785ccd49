import { useRef, useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import type { Vendor } from '#core/connection/vendor.ts'
import { localized, withMessages } from '#i18n/language.ts'
import { lazyModule } from '#ui/browser/lazy-module.ts'
import { navigate } from '#ui/browser/use-hash.ts'
import { routeHash } from '#wizard/app/routes.ts'
import { shellMessages } from '#wizard/app/shell-messages.ts'
import type { AccountError, AccountForm } from './account-form.ts'
import type { Attempt } from './account-rules.ts'

/** Rules, their words and the request are needed when Continue is pressed, not to see the screen: they come after it. */
const submissionModule = lazyModule(async () => (await withMessages(import('./account-rules.ts'))).accountSubmission)

export const requestSubmission = submissionModule.request

type Submission = {
  readonly errors: readonly AccountError[]
  /** Counts the attempts that have ended. */
  readonly attempts: number
  readonly isPending: boolean
  readonly submit: () => void
}

type Options = { readonly vendor: Vendor; readonly form: UseFormReturn<AccountForm>; readonly onSent: () => void }

/** A task later, so that the button is seen to be pressed before the rules are asked. */
const sightOfTheButton = () => new Promise((resolve) => setTimeout(resolve))

const notLoaded = (): AccountError => ({ field: null, message: localized(shellMessages).broken.notLoaded })

/** Continue without a change leads to the same connection again: the server answers the same request so. */
export function useAccountSubmission({ vendor, form, onSent }: Options): Submission {
  const [ended, setEnded] = useState<{ readonly attempts: number; readonly last: Attempt | null }>({ attempts: 0, last: null })
  const loaded = submissionModule.useLoaded()
  // Not state: the second of two quick clicks comes before the next render.
  const isUnderWay = useRef(false)

  async function press(typed: AccountForm): Promise<void> {
    await sightOfTheButton()
    onSent()
    const submission = await submissionModule.request()
    const last = submission.kind === 'ready' ? await submission.module.attempt(typed, vendor) : null
    setEnded(({ attempts }) => ({ attempts: attempts + 1, last }))
    if (last?.sent?.answer.kind === 'answer') navigate(routeHash({ kind: 'role', connectionId: last.sent.answer.value.id }))
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
  const found = last !== null && loaded.kind === 'ready' ? loaded.module.errors(last, now, vendor) : []
  return {
    errors: loaded.kind === 'failed' && attempts > 0 ? [notLoaded()] : found,
    attempts,
    isPending: form.formState.isSubmitting,
    submit,
  }
}
