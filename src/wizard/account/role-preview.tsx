import { RolePreviewPanel, type RolePreviewPanelProps } from './role-preview-panel.tsx'
import { TwoAccounts } from './two-accounts.tsx'
import './role-preview.css'

/** What comes of what is typed: the picture of the two accounts, and the policies. */
export function AccountConsequence({ vendor, form, policyError, onPolicy }: RolePreviewPanelProps) {
  return (
    <>
      <TwoAccounts vendor={vendor} form={form} />
      <RolePreviewPanel {...{ vendor, form, policyError, onPolicy }} />
    </>
  )
}
