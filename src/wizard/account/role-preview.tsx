import type { Vendor } from '#core/connection/vendor.ts'
import { listOf, type PolicyDocument } from '#core/policy/document.ts'
import { localized } from '#i18n/language.ts'
import { Card, Disclosure } from '#ui/controls/card.tsx'
import { FactList } from '#ui/controls/lists.tsx'
import { CodeView } from '#ui/editor/code-view.tsx'
import { PlainPermissions } from '#wizard/app/plain-permissions.tsx'
import { EditPolicy } from '#wizard/policy-editor/edit-policy.tsx'
import type { AccountForm } from './account-form.ts'
import { offersRoleOptions } from './advanced-settings.tsx'
import { ManagedPolicies } from './managed-policies.tsx'
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

/** The effect of the typed values: the picture of the two accounts, the permissions in words, and the policies. */
export function RolePreviewColumn({ vendor, form, policyError, onPolicy }: RolePreviewProps) {
  const words = localized(rolePreviewMessages)
  const { asked, permissions, managedPolicyArns, permissionsText, trustText, marks, missing, partition, accountId, role } = rolePreview(
    form,
    vendor,
  )
  const context = { partition, customerAccountId: accountId ?? undefined }
  return (
    <Card>
      <TwoAccounts vendor={vendor} form={form} />
      <div className="preview-words">
        {permissions !== null && <PlainPermissions {...{ vendor, managedPolicyArns }} permissionsPolicy={permissions} />}
        <EditPolicy
          {...{ vendor, asked, missing, context }}
          text={permissionsText}
          isEdited={form.permissionsPolicy !== ''}
          error={policyError}
          onChange={onPolicy}
        />
      </div>
      <Disclosure variant="row" summary={words.permissions}>
        {permissions !== null && isEmpty(permissions) ? (
          <ManagedPolicies arns={managedPolicyArns} />
        ) : (
          <CodeView label={words.permissions} text={permissionsText} language="json" marks={marks} maxHeight="26rem" />
        )}
      </Disclosure>
      <Disclosure variant="row" summary={words.trust}>
        <CodeView label={words.trust} text={trustText} language="json" marks={marks} maxHeight="26rem" />
        <p className="plain-words">{words.trustWords(vendor.name)}</p>
      </Disclosure>
      {offersRoleOptions(vendor) && (
        <Disclosure variant="row" summary={localized(roleOptionMessages).facts.title}>
          <RoleFacts {...role} />
        </Disclosure>
      )}
    </Card>
  )
}

/** IAM rejects a policy without statements, so the role gets none. */
const isEmpty = ({ Statement }: PolicyDocument): boolean => listOf(Statement).length === 0

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
