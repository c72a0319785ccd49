import { lazy, Suspense } from 'react'
import { proposedExternalId } from '#core/connection/external-id/external-id.ts'
import { localized, withMessages } from '#i18n/language.ts'
import { Button } from '#ui/controls/button.tsx'
import { TextField } from '#ui/controls/fields.tsx'
import { ErrorBoundary } from '#ui/controls/page-parts.tsx'
import { type AccountFieldsProps, keepAccountDraft, randomBytes, registered } from './account-draft.ts'
import type { AccountIdNoteProps } from './account-id-note.tsx'
import { accountMessages } from './account-messages.ts'
import { RegionField } from './form-controls.tsx'

/** Loads with the first input, since there is nothing to note before. */
const AccountIdNote = lazy(async () => ({ default: (await withMessages(import('./account-id-note.tsx'))).AccountIdNote }))

export function AccountFields(props: AccountFieldsProps) {
  const words = localized(accountMessages)
  return (
    <>
      <AccountIdField {...props} />
      <ExternalIdField {...props} />
      <RegionField
        vendor={props.vendor}
        label={words.region.label}
        hint={words.region.hint}
        error={props.errorOf('region')}
        {...registered(props.form, 'region')}
      />
    </>
  )
}

function AccountIdField({ vendor, form, typed, errorOf }: AccountFieldsProps) {
  const words = localized(accountMessages)
  return (
    <TextField
      id="accountId"
      label={words.accountId.label}
      hint={words.accountId.hint}
      error={errorOf('accountId')}
      note={<Note vendor={vendor} typed={typed.accountId} region={typed.region} />}
      isMono
      {...registered(form, 'accountId')}
    />
  )
}

function Note(props: AccountIdNoteProps) {
  if (props.typed.trim() === '') return null
  return (
    <ErrorBoundary fallback={() => null}>
      <Suspense>
        <AccountIdNote {...props} />
      </Suspense>
    </ErrorBoundary>
  )
}

function ExternalIdField({ vendor, form, errorOf }: AccountFieldsProps) {
  const words = localized(accountMessages)
  const { mode } = vendor.externalId
  if (mode === 'issued') {
    return (
      <div className="issued-external-id">
        <p>
          <b>{words.externalId.issuedTitle}</b>
        </p>
        <p className="hint">{words.externalId.issued(vendor.name)}</p>
      </div>
    )
  }
  const isChosen = mode === 'chosen'
  const propose = () => {
    form.setValue('externalId', proposedExternalId(randomBytes))
    keepAccountDraft(form.getValues())
  }
  return (
    <TextField
      id="externalId"
      label={isChosen ? words.externalId.label : words.externalId.suffixLabel}
      hint={isChosen ? words.externalId.hint : words.externalId.suffixHint}
      error={errorOf('externalId')}
      isMono
      action={
        isChosen ? (
          <Button onClick={propose} aria-label={words.externalId.anotherName}>
            {words.externalId.another}
          </Button>
        ) : undefined
      }
      {...registered(form, 'externalId')}
    />
  )
}
