import { useId, useLayoutEffect, useRef, useState } from 'react'
import { Button } from '#ui/controls/button.tsx'
import { ActionFailure, useAction } from '#wizard/api/failure.tsx'
import type { Failure } from '#wizard/api/request.ts'

type ConfirmationProps = {
  readonly title: string
  readonly happens: readonly string[]
  readonly confirm: string
  readonly cancel: string
  readonly act: () => Promise<Failure | null>
}

/** A quiet button for what is rarely wanted. It says what happens before anything does. */
export function ConfirmedButton({ label, ...rest }: ConfirmationProps & { readonly label: string }) {
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
