import { type ReactNode, useState } from 'react'
import { offeredRegions } from '#core/connection/vendor-fields.ts'
import { localized } from '#i18n/language.ts'
import { Button } from '#ui/controls/button.tsx'
import { TextField } from '#ui/controls/fields.tsx'
import { routeHash } from '#wizard/app/routes.ts'
import { type AccountFieldsProps, registered } from './account-draft.ts'
import { accountMessages } from './account-messages.ts'
import { useParts } from './account-parts.ts'
import type { SettingId } from './open-setting.tsx'

export function AccountIdField({ vendor, form, typed, errorOf }: AccountFieldsProps) {
  const words = localized(accountMessages)
  const { accountId, region } = typed
  const parts = useParts()
  return (
    <TextField
      id="accountId"
      label={words.accountId.label}
      aside={
        <a href={routeHash({ kind: 'account-list' })} onClick={() => parts?.listAccounts(accountId)}>
          {words.several}
        </a>
      }
      hint={words.accountId.hint}
      error={errorOf('accountId')}
      note={parts !== null && accountId.trim() !== '' && <parts.AccountIdNote vendor={vendor} typed={accountId} region={region} />}
      isMono
      {...registered(form, 'accountId')}
    />
  )
}

/** Settings with a good default: one line each, until someone wants to change them. */
export function DefaultSettings(props: AccountFieldsProps) {
  const { vendor, typed } = props
  const words = localized(accountMessages)
  return (
    <div>
      {vendor.externalId.mode === 'chosen' ? (
        <Setting {...props} id="externalId" words={words.externalId} value={<code translate="no">{shortened(typed.externalId)}</code>} />
      ) : (
        <GeneratedExternalId {...props} />
      )}
      {offeredRegions(vendor).length > 1 && (
        <Setting {...props} id="region" words={words.region} value={<bdi translate="no">{typed.region}</bdi>} />
      )}
    </div>
  )
}

const shortened = (text: string): string => (text.length > 16 ? `${text.slice(0, 4)}…${text.slice(-4)}` : text)

type SettingProps = AccountFieldsProps & {
  readonly id: SettingId
  readonly words: { readonly label: string; readonly change: string }
  readonly value: ReactNode
}

function Setting({ words, value, ...props }: SettingProps) {
  const { id, errorOf } = props
  const [isOpen, setOpen] = useState(false)
  const parts = useParts()
  if (parts !== null && (isOpen || errorOf(id) !== undefined)) return <parts.OpenSetting {...props} takesFocus={isOpen} />
  return (
    <div className="setting">
      <span className="setting-label">{words.label}</span>
      <span className="setting-value">{value}</span>
      <Button id={`change-${id}`} variant="quiet" onClick={() => setOpen(true)} aria-label={words.change}>
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
