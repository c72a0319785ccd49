import type { Vendor } from '#core/vendor.ts'
import type { AccountForm } from './account-form.ts'
import { RolePreviewPanel } from './role-preview-panel.tsx'
import { TwoAccounts } from './two-accounts.tsx'
import './account-consequence.css'

/** What comes of what is typed: the picture of the two accounts, and the policies. */
export function AccountConsequence({ vendor, form }: { vendor: Vendor; form: AccountForm }) {
  return (
    <>
      <TwoAccounts vendor={vendor} form={form} />
      <RolePreviewPanel vendor={vendor} form={form} />
    </>
  )
}
