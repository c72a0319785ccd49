import { accountIdInGroups } from '#core/aws/account-id.ts'
import type { RolePlan } from '#core/connection/role-plan.ts'
import { localized } from '#i18n/language.ts'
import { disconnect } from '#wizard/api/disconnection.ts'
import { ConfirmedButton } from './confirmation.tsx'
import { connectedMessages } from './connected-messages.ts'

type DisconnectProps = { readonly plan: RolePlan; readonly connectionId: string }

/** Quiet and last. The role is the customer's, so the customer deletes it. */
export function Disconnect({ plan, connectionId }: DisconnectProps) {
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
