import { lazy, type ReactNode, Suspense, useState } from 'react'
import { proposedExternalId } from '#core/connection/external-id/external-id.ts'
import { offeredRegions } from '#core/connection/vendor-fields.ts'
import { localized, withMessages } from '#i18n/language.ts'
import { Button } from '#ui/controls/button.tsx'
import { TextField } from '#ui/controls/fields.tsx'
import { ErrorBoundary } from '#ui/controls/page-parts.tsx'
import { routeHash } from '#wizard/app/routes.ts'
import { type AccountFieldsProps, keepAccountDraft, randomBytes, registered } from './account-draft.ts'
import type { AccountIdNoteProps } from './account-id-note.tsx'
import { accountMessages } from './account-messages.ts'
import { RegionField } from './form-controls.tsx'

/** Loads with the first input, since there is nothing to note before. */
const AccountIdNote = lazy(async () => ({ default: (await withMessages(import('./account-id-note.tsx'))).AccountIdNote }))

export function AccountIdField({ vendor, form, typed, errorOf }: AccountFieldsProps) {
  const words = localized(accountMessages)
  const { accountId, region } = typed
  return (
    <TextField
      id="accountId"
      label={words.accountId.label}
      aside={<a href={routeHash({ kind: 'account-list' })}>{words.several}</a>}
      hint={words.accountId.hint}
      error={errorOf('accountId')}
      note={accountId.trim() === '' ? undefined : <Note vendor={vendor} typed={accountId} region={region} />}
      isMono
      {...registered(form, 'accountId')}
    />
  )
}

function Note(props: AccountIdNoteProps) {
  return (
    <ErrorBoundary fallback={() => null}>
      <Suspense>
        <AccountIdNote {...props} />
      </Suspense>
    </ErrorBoundary>
  )
}

/** Settings with a good default: one line each, until someone wants to change them. */
export function DefaultSettings(props: AccountFieldsProps) {
  const { vendor, form, typed, errorOf } = props
  const words = localized(accountMessages)
  const isChosen = vendor.externalId.mode === 'chosen'
  const hasRegions = offeredRegions(vendor).length > 1
  return (
    <div>
      {!isChosen && <GeneratedExternalId {...props} />}
      {isChosen && (
        <Setting
          id="externalId"
          label={words.externalId.label}
          value={<code translate="no">{shortened(typed.externalId)}</code>}
          changeName={words.externalId.change}
          error={errorOf('externalId')}
        >
          <ExternalIdField {...props} />
        </Setting>
      )}
      {hasRegions && (
        <Setting
          id="region"
          label={words.region.label}
          value={<bdi translate="no">{typed.region}</bdi>}
          changeName={words.region.change}
          error={errorOf('region')}
        >
          <RegionField
            vendor={vendor}
            label={words.region.label}
            hint={words.region.hint}
            error={errorOf('region')}
            {...registered(form, 'region')}
          />
        </Setting>
      )}
    </div>
  )
}

const shortened = (text: string): string => (text.length > 16 ? `${text.slice(0, 4)}…${text.slice(-4)}` : text)

type SettingProps = {
  readonly id: string
  readonly label: string
  readonly value: ReactNode
  readonly changeName: string
  readonly error: string | undefined
  /** The field with that id. */
  readonly children: ReactNode
}

/** The button that was chosen disappears. */
const focusField = (field: HTMLElement | null) => field?.querySelector<HTMLElement>('input, select')?.focus()

function Setting({ id, label, value, changeName, error, children }: SettingProps) {
  const [isOpen, setOpen] = useState(false)
  if (isOpen || error !== undefined)
    return (
      <div className="setting-field" ref={isOpen ? focusField : undefined}>
        {children}
      </div>
    )
  return (
    <div className="setting">
      <span className="setting-label">{label}</span>
      <span className="setting-value">{value}</span>
      <Button id={`change-${id}`} variant="quiet" onClick={() => setOpen(true)} aria-label={changeName}>
        {localized(accountMessages).change}
      </Button>
    </div>
  )
}

/** The vendor generates it, and may let the customer choose the beginning. */
function GeneratedExternalId({ vendor, form, errorOf }: AccountFieldsProps) {
  const { externalId: words } = localized(accountMessages)
  if (vendor.externalId.mode !== 'issued')
    return (
      <TextField
        id="externalId"
        label={words.suffixLabel}
        hint={words.suffixHint}
        error={errorOf('externalId')}
        isMono
        {...registered(form, 'externalId')}
      />
    )
  return (
    <div className="issued-external-id">
      <p>
        <b>{words.issuedTitle}</b>
      </p>
      <p className="hint">{words.issued(vendor.name)}</p>
    </div>
  )
}

function ExternalIdField({ form, errorOf }: AccountFieldsProps) {
  const words = localized(accountMessages)
  const propose = () => {
    form.setValue('externalId', proposedExternalId(randomBytes))
    keepAccountDraft(form.getValues())
  }
  return (
    <TextField
      id="externalId"
      label={words.externalId.label}
      hint={words.externalId.hint}
      error={errorOf('externalId')}
      isMono
      action={
        <Button onClick={propose} aria-label={words.externalId.anotherName}>
          {words.externalId.another}
        </Button>
      }
      {...registered(form, 'externalId')}
    />
  )
}
