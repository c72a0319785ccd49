import { type ReactNode, useState } from 'react'
import type { Vendor } from '#core/connection/vendor.ts'
import { localized } from '#i18n/language.ts'
import { Card } from '#ui/controls/card.tsx'
import { Tabs } from '#ui/controls/tabs.tsx'
import { CodeView } from '#ui/editor/code-view.tsx'
import { PlainPermissions } from '#wizard/app/plain-permissions.tsx'
import { EditPolicy } from '#wizard/policy-editor/edit-policy.tsx'
import type { AccountForm } from './account-form.ts'
import { accountMessages } from './account-messages.ts'
import { offersRoleOptions } from './advanced-settings.tsx'
import { RoleFacts } from './role-facts.tsx'
import { roleOptionMessages } from './role-option-messages.ts'
import { rolePreview } from './role-preview-plan.ts'

export type RolePreviewPanelProps = {
  readonly vendor: Vendor
  readonly form: AccountForm
  readonly policyError: string | undefined
  /** Called with the text of the edited permissions policy; null: it is the vendor's again. */
  readonly onPolicy: (text: string | null) => void
}

/** What is typed, as it lands in the policies. To be read: nothing here is copied before the server has the connection. */
export function RolePreviewPanel({ vendor, form, policyError, onPolicy }: RolePreviewPanelProps) {
  const words = localized(accountMessages)
  const [selected, select] = useState('permissions')
  const { asked, permissions, permissionsText, trustText, marks, missing, partition, accountId, role } = rolePreview(form, vendor)
  const panel = (label: string, text: string, meaning: ReactNode) => (
    <>
      <CodeView label={label} text={text} language="json" marks={marks} maxHeight="26rem" />
      {meaning}
    </>
  )
  return (
    <Card>
      <Tabs
        label={words.preview.label}
        selected={selected}
        onSelect={select}
        tabs={[
          {
            id: 'permissions',
            title: words.preview.permissions,
            panel: panel(
              words.preview.permissions,
              permissionsText,
              <>
                {permissions !== null && <PlainPermissions vendor={vendor} policy={permissions} />}
                <EditPolicy
                  {...{ vendor, asked, missing }}
                  text={permissionsText}
                  isEdited={form.permissionsPolicy !== ''}
                  context={{ partition, customerAccountId: accountId ?? undefined }}
                  error={policyError}
                  onChange={onPolicy}
                />
              </>,
            ),
          },
          {
            id: 'trust',
            title: words.preview.trust,
            panel: panel(words.preview.trust, trustText, <p className="plain-words">{words.preview.trustWords(vendor.name)}</p>),
          },
          ...(offersRoleOptions(vendor)
            ? [{ id: 'role', title: localized(roleOptionMessages).facts.title, panel: <RoleFacts {...role} /> }]
            : []),
        ]}
      />
    </Card>
  )
}
