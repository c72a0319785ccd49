import { lazy, Suspense, useState } from 'react'
import type { Vendor } from '#core/connection/vendor.ts'
import { localized, withMessages } from '#i18n/language.ts'
import { Disclosure } from '#ui/controls/card.tsx'
import type { AccountFieldsProps } from './account-draft.ts'
import { accountMessages } from './account-messages.ts'

/** Most companies ask nothing, so the fields come when they are wanted. */
const CompanyPolicyFields = lazy(async () => ({
  default: (await withMessages(import('./advanced-settings-fields.tsx'))).CompanyPolicyFields,
}))

/** False when the vendor offers no setting for company policies. */
export function offersRoleOptions({ role }: Pick<Vendor, 'role'>): boolean {
  return role.permissionsBoundary !== 'none' || role.customerMayChoose.length > 0
}

const fieldIds = ['role.path', 'role.permissionsBoundary', 'role.tags', 'role.maxSessionDuration']

/** Closed, unless something in it was typed, is required or was refused. */
export function CompanyPolicy(props: AccountFieldsProps) {
  const { vendor, typed, errorOf } = props
  const isRequired = vendor.role.permissionsBoundary === 'required'
  const [isPressed, setPressed] = useState<boolean | null>(null)
  const isOpen = isPressed ?? (isRequired || Object.values(typed.role).some((text) => text !== ''))
  const isRefused = fieldIds.some((id) => errorOf(id) !== undefined)
  if (!offersRoleOptions(vendor)) return null
  return (
    <Disclosure
      variant="row"
      summary={localized(accountMessages).advanced}
      open={isOpen || isRefused}
      onToggle={(event) => setPressed(event.currentTarget.open)}
    >
      {(isOpen || isRefused) && (
        <Suspense fallback={null}>
          <CompanyPolicyFields {...props} />
        </Suspense>
      )}
    </Disclosure>
  )
}
