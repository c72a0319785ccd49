import { useId, useLayoutEffect, useRef, useState } from 'react'
import { accountIdInGroups } from '#core/aws/account-id.ts'
import type { RolePlan } from '#core/connection/role-plan.ts'
import { localized } from '#i18n/language.ts'
import { Button } from '#ui/controls/button.tsx'
import { disconnect } from '#wizard/api/disconnection.ts'
import { ActionFailure, useAction } from '#wizard/api/failure.tsx'
import type { Failure } from '#wizard/api/request.ts'
import { rotate } from '#wizard/api/rotation.ts'
import { connectedMessages } from './connected-messages.ts'

type ConfirmationProps = {
  readonly title: string
  readonly happens: readonly string[]
  readonly confirm: string
  readonly cancel: string
  readonly act: () => Promise<Failure | null>
}

/** A quiet button for what is rarely wanted. It says what happens before anything does. */
function ConfirmedButton({ label, ...rest }: ConfirmationProps & { readonly label: string }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button variant="quiet" className="small" onClick={() => setOpen(true)}>
        {label}
      </Button>
      {isOpen && <Confirmation {...rest} onClose={() => setOpen(false)} />}
    </>
  )
}

/** The browser gives the focus back to the button. */
function Confirmation({ title, happens, confirm, cancel, act, onClose }: ConfirmationProps & { readonly onClose: () => void }) {
  const titleId = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const { isBusy, failure, run } = useAction()
  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])
  return (
    <dialog className="confirmation" ref={dialog} aria-labelledby={titleId} onClose={onClose}>
      <div className="stack">
        <h2 id={titleId}>{title}</h2>
        <ol>
          {happens.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ol>
        <div className="row">
          <Button variant="primary" busy={isBusy} onClick={() => void run(act)}>
            {confirm}
          </Button>
          <Button onClick={onClose}>{cancel}</Button>
        </div>
        <ActionFailure failure={failure} />
      </div>
    </dialog>
  )
}

type ConnectionActionProps = { readonly plan: RolePlan; readonly connectionId: string }

/** Quiet and last. The role is the customer's, so the customer deletes it. */
export function Disconnect({ plan, connectionId }: ConnectionActionProps) {
  const { remove, disconnect: words } = localized(connectedMessages)
  return (
    <ConfirmedButton
      label={remove}
      title={words.title(accountIdInGroups(plan.accountId))}
      happens={words.happens(plan.vendor.name, plan.roleName)}
      confirm={words.confirm}
      cancel={words.cancel}
      act={() => disconnect(connectionId)}
    />
  )
}

/** The role is the customer's, so the customer updates it, twice. */
export function Rotate({ plan, connectionId }: ConnectionActionProps) {
  const words = localized(connectedMessages).rotation
  return (
    <ConfirmedButton
      label={words.open}
      title={words.title}
      happens={words.happens(plan.vendor.name, plan.roleName)}
      confirm={words.confirm}
      cancel={words.cancel}
      act={() => rotate(connectionId)}
    />
  )
}
