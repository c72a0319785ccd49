import { useId, useLayoutEffect, useRef, useState } from 'react'
import { accountIdInGroups } from '#core/aws/account-id.ts'
import type { RolePlan } from '#core/connection/role-plan.ts'
import { localized } from '#i18n/language.ts'
import { Button } from '#ui/controls/button.tsx'
import { disconnect } from '#wizard/api/disconnection.ts'
import { ActionFailure, useAction } from '#wizard/api/failure.tsx'
import { connectedMessages } from './connected-messages.ts'

type DisconnectProps = { readonly plan: RolePlan; readonly connectionId: string }

/** Quiet and last. The role is the customer's, so the customer deletes it. */
export function Disconnect(props: DisconnectProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button variant="quiet" className="small" onClick={() => setOpen(true)}>
        {localized(connectedMessages).remove}
      </Button>
      {isOpen && <Confirmation {...props} onClose={() => setOpen(false)} />}
    </>
  )
}

/** Says what happens before anything does. The browser gives the focus back to the button. */
function Confirmation({ plan, connectionId, onClose }: DisconnectProps & { readonly onClose: () => void }) {
  const { title, happens, confirm, cancel } = localized(connectedMessages).disconnect
  const titleId = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const { isBusy, failure, run } = useAction()
  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])
  return (
    <dialog className="disconnect" ref={dialog} aria-labelledby={titleId} onClose={onClose}>
      <div className="stack">
        <h2 id={titleId}>{title(accountIdInGroups(plan.accountId))}</h2>
        <ol>
          {happens(plan.vendor.name, plan.roleName).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ol>
        <div className="row">
          <Button variant="primary" busy={isBusy} onClick={() => void run(() => disconnect(connectionId))}>
            {confirm}
          </Button>
          <Button onClick={onClose}>{cancel}</Button>
        </div>
        <ActionFailure failure={failure} />
      </div>
    </dialog>
  )
}
