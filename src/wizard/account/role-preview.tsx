import { type ReactNode, useState } from 'react'
import type { Vendor } from '#core/connection/vendor.ts'
import { localized } from '#i18n/language.ts'
import { Card } from '#ui/controls/card.tsx'
import { FactList } from '#ui/controls/lists.tsx'
import { Tabs } from '#ui/controls/tabs.tsx'
import { CodeView } from '#ui/editor/code-view.tsx'
import { PlainPermissions } from '#wizard/app/plain-permissions.tsx'
import { EditPolicy } from '#wizard/policy-editor/edit-policy.tsx'
import type { AccountForm } from './account-form.ts'
import { accountMessages } from './account-messages.ts'
import { offersRoleOptions } from './advanced-settings.tsx'
import { roleOptionMessages } from './role-option-messages.ts'
import { rolePreviewMessages } from './role-preview-messages.ts'
import { type RolePreviewFacts, rolePreview } from './role-preview-plan.ts'
import { TwoAccounts } from './two-accounts.tsx'
import './account.css'

type RolePreviewProps = {
  readonly vendor: Vendor
  readonly form: AccountForm
  readonly policyError: string | undefined
  /** Called with the text of the edited permissions policy; null: it is the vendor's again. */
  readonly onPolicy: (text: string | null) => void
}

/** The effect of the typed values: the picture of the two accounts, and the policies. */
export function RolePreviewColumn(props: RolePreviewProps) {
  return (
    <>
      <TwoAccounts vendor={props.vendor} form={props.form} />
      <RolePreviewPanel {...props} />
    </>
  )
}

/** The policies with the typed values. Read-only: nothing can be copied before the server has the connection. */
function RolePreviewPanel({ vendor, form, policyError, onPolicy }: RolePreviewProps) {
  const words = localized(rolePreviewMessages)
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
        label={localized(accountMessages).preview.label}
        selected={selected}
        onSelect={select}
        tabs={[
          {
            id: 'permissions',
            title: words.permissions,
            panel: panel(
              words.permissions,
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
            title: words.trust,
            panel: panel(words.trust, trustText, <p className="plain-words">{words.trustWords(vendor.name)}</p>),
          },
          ...(offersRoleOptions(vendor)
            ? [{ id: 'role', title: localized(roleOptionMessages).facts.title, panel: <RoleFacts {...role} /> }]
            : []),
        ]}
      />
    </Card>
  )
}

function RoleFacts({ roleArn, permissionsBoundary, tags, maxSessionDuration }: RolePreviewFacts) {
  const facts = localized(roleOptionMessages).facts
  const tagTexts = Object.entries(tags).map(([key, value]) => `${key}=${value}`)
  return (
    <FactList
      facts={[
        { term: facts.arn, value: <Text text={roleArn} /> },
        { term: facts.boundary, value: permissionsBoundary === null ? facts.noBoundary : <Text text={permissionsBoundary} /> },
        { term: facts.tags, value: tagTexts.length === 0 ? facts.noTags : tagTexts.map((text) => <Text key={text} text={text} />) },
        { term: facts.session, value: facts.seconds(maxSessionDuration) },
      ]}
    />
  )
}

function Text({ text }: { text: string }) {
  return (
    <code className="role-fact" translate="no" dir="ltr">
      {text}
    </code>
  )
}
