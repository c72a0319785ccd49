import type { RolePlan } from '#core/connection/role-plan.ts'
import { localized } from '#i18n/language.ts'
import { rotate } from '#wizard/api/rotation.ts'
import { ConfirmedButton } from './confirmation.tsx'
import { connectedMessages } from './connected-messages.ts'

type RotateProps = { readonly plan: RolePlan; readonly connectionId: string }

/** The role is the customer's, so the customer updates it, twice. */
export function Rotate({ plan, connectionId }: RotateProps) {
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
