import { useId, useLayoutEffect, useRef, useState } from 'react'
import { awsCliUndo } from '#core/artifacts/aws-cli.ts'
import { stacksUrl } from '#core/artifacts/console-pages.ts'
import { accountIdInGroups } from '#core/aws/account-id.ts'
import type { RolePlan } from '#core/connection/role-plan.ts'
import { localized } from '#i18n/language.ts'
import { Button } from '#ui/controls/button.tsx'
import { Disclosure } from '#ui/controls/card.tsx'
import { CopyableCode } from '#ui/editor/code-view.tsx'
import { AwsPageLink } from '#wizard/role/aws-page-link.tsx'
import { connectedMessages } from './connected-messages.ts'

type DisconnectProps = { readonly plan: RolePlan; readonly isSimulated: boolean }

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
function Confirmation({ plan, isSimulated, onClose }: DisconnectProps & { readonly onClose: () => void }) {
  const words = localized(connectedMessages)
  const { title, happens, open, openSimulated, other, cancel } = words.disconnect
  const titleId = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])
  const commands = awsCliUndo(plan)
  return (
    <dialog className="disconnect" ref={dialog} aria-labelledby={titleId} onClose={onClose}>
      <div className="stack">
        <h2 id={titleId}>{title(accountIdInGroups(plan.accountId))}</h2>
        <ol>
          {happens(plan.vendor.name, plan.stackName, plan.region).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ol>
        <div className="row">
          <AwsPageLink plan={plan} url={stacksUrl(plan)} isSimulated={isSimulated} variant="primary" onClick={onClose}>
            {isSimulated ? openSimulated : open}
          </AwsPageLink>
          <Button onClick={onClose}>{cancel}</Button>
        </div>
        <Disclosure summary={other}>
          <CopyableCode
            label={words.removeCommands}
            text={commands.text}
            language="bash"
            maxHeight="16rem"
            copyLabel={words.copyCommands}
          />
        </Disclosure>
      </div>
    </dialog>
  )
}
