import { type ComponentProps, lazy, memo, type ReactNode, Suspense, useCallback, useDeferredValue, useEffect, useState } from 'react'
import { useForm } from 'react-hook-form'
import type { ServedVendor } from '#core/connection/vendor.ts'
import { currentLanguage, localized, withMessages } from '#i18n/language.ts'
import type { LanguageCode } from '#i18n/languages.ts'
import { useHydrated } from '#ui/browser/use-hydrated.ts'
import { Callout } from '#ui/controls/callout.tsx'
import { DocumentTitle, ErrorBoundary } from '#ui/controls/page-parts.tsx'
import { guestSession } from '#wizard/app/kept-session.ts'
import { routeHash } from '#wizard/app/routes.ts'
import { ConnectingFor, ScreenIntroduction } from '#wizard/app/screen.tsx'
import { shellMessages } from '#wizard/app/shell-messages.ts'
import { accountMessages } from './account-messages.ts'
import './account.css'
import { SubmitButton } from '#ui/controls/button.tsx'
import { accountDraft, keepAccountDraft, whenDraftIsReplaced } from './account-draft.ts'
import { AccountIdField, DefaultSettings } from './account-fields.tsx'
import { type AccountForm, untouchedAccountForm } from './account-form.ts'
import { useParts } from './account-parts.ts'
import { CompanyPolicy } from './advanced-settings.tsx'
import { PermissionSetFields } from './permission-set-fields.tsx'
import { type Submission, useAccountSubmission } from './use-account-submission.ts'
import { useFieldEvents } from './use-field-events.ts'

/** The form works without it, so its failure takes nothing else away. */
const RolePreviewColumn = lazy(async () => ({ default: (await withMessages(import('./role-preview.tsx'))).RolePreviewColumn }))

type AccountScreenProps = {
  readonly vendor: ServedVendor
  /** The address names a connection that this session does not know. */
  readonly isConnectionGone?: boolean
  readonly returning: ReactNode
  /** Called when the next screen will soon be needed. */
  readonly onSent: () => void
}

export function AccountScreen({ vendor, isConnectionGone = false, returning, onSent }: AccountScreenProps) {
  const words = localized(accountMessages)
  // Read once per visit: the draft is the starting point, not a live source.
  const [draft] = useState(() => accountDraft(vendor))
  const form = useForm<AccountForm>({ defaultValues: draft })
  // A launch token is exchanged while the page is read, and can bring first values.
  useEffect(() => whenDraftIsReplaced((replaced) => form.reset(replaced)), [form])
  const submission = useAccountSubmission({ vendor, form, onSent })
  const { errors, isPending, submit } = submission
  const { errorOf, events } = useFieldEvents({ vendor, form, errors })
  const watched = form.watch()
  const isHydrated = useHydrated()
  const typed = isHydrated ? watched : untouchedAccountForm(vendor)
  const isGuest = isHydrated && guestSession() !== null
  const shown = useDeferredValue(typed)
  const fields = { vendor, form, typed, errorOf }
  const { setValue, getValues } = form
  const keepPolicy = useCallback(
    (text: string | null) => {
      setValue('permissionsPolicy', text ?? '')
      keepAccountDraft(getValues())
    },
    [setValue, getValues],
  )
  const title = localized(shellMessages).title(words.heading(vendor.name), vendor.name)
  return (
    <div className="columns">
      <DocumentTitle text={errors.length > 0 ? words.errorTitle(title) : title} />
      <form
        className="stack account-form"
        noValidate
        // Pressed before the script is there, it goes nowhere: no address with what was typed in it.
        method="dialog"
        onSubmit={(event) => event.preventDefault()}
        {...events}
      >
        <FormMessages {...{ vendor, submission, isConnectionGone }} />
        <ScreenIntroduction screen="account" title={words.heading(vendor.name)} lead={words.lead} />
        <div className="returning">{returning}</div>
        <AccountIdField {...fields} />
        <PermissionSetFields {...fields} />
        <div>
          <DefaultSettings {...fields} />
          <CompanyPolicy {...fields} />
        </div>
        <ConnectingFor />
        <div className="row account-actions">
          <SubmitButton label={isPending ? words.submitting : words.submit} isPending={isPending} onPress={submit} />
          {!isGuest && <a href={routeHash({ kind: 'handoff-draft' })}>{words.notAdmin}</a>}
        </div>
      </form>
      <PreviewPane
        {...{ vendor, language: currentLanguage().code }}
        form={shown}
        policyError={errorOf('permissionsPolicy')}
        onPolicy={keepPolicy}
      />
    </div>
  )
}

type FormMessagesProps = { readonly vendor: ServedVendor; readonly submission: Submission; readonly isConnectionGone: boolean }

function FormMessages({ vendor, submission, isConnectionGone }: FormMessagesProps) {
  const words = localized(accountMessages)
  const { attempts, errors, isFailed, question, submit, withdraw } = submission
  const parts = useParts()
  function agree(text: string): void {
    parts?.confirmPolicy(text)
    withdraw()
    submit()
  }
  return (
    <>
      {parts !== null && <parts.Errors key={attempts} errors={errors} />}
      {parts !== null && question !== null && (
        <parts.PolicyConfirmation {...{ vendor, question }} onConfirm={() => agree(question.text)} onCancel={withdraw} />
      )}
      {isFailed && (
        <Callout key={attempts} tone="danger" title={words.problem}>
          <p role="alert">{localized(shellMessages).broken.notLoaded}</p>
        </Callout>
      )}
      {isConnectionGone && (
        <Callout tone="note" title={words.connectionGoneTitle}>
          {words.connectionGone}
        </Callout>
      )}
    </>
  )
}

type PreviewPaneProps = ComponentProps<typeof RolePreviewColumn> & { readonly language: LanguageCode }

/**
 * Rendered anew only for what it shows, which comes deferred: whatever else comes before its script is there would have React throw away
 * what the server has put in its place.
 */
const PreviewPane = memo(function PreviewPane({ language: _, ...props }: PreviewPaneProps) {
  return (
    <aside className="stack account-preview" aria-label={localized(accountMessages).preview.label}>
      <ErrorBoundary fallback={() => null}>
        <Suspense>
          <RolePreviewColumn {...props} />
        </Suspense>
      </ErrorBoundary>
    </aside>
  )
})
