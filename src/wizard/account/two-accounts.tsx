import { Fragment } from 'react'
import { accountIdInGroups } from '#core/aws/account-id.ts'
import { readAccountId } from '#core/aws/read-account-id.ts'
import { readRegion } from '#core/aws/region.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { shownRoleName } from '#core/connection/vendor-fields.ts'
import { localized } from '#i18n/language.ts'
import { Icon } from '#ui/controls/icon.tsx'
import type { AccountForm } from './account-form.ts'
import { accountMessages } from './account-messages.ts'
import './two-accounts.css'

type TwoAccountsProps = { vendor: Vendor; form: Pick<AccountForm, 'accountId' | 'region'> }

/** The picture of what is about to be connected, with what is typed so far in it. */
export function TwoAccounts({ vendor, form }: TwoAccountsProps) {
  const { picture } = localized(accountMessages)
  const region = readRegion(form.region)
  const typed = readAccountId(form.accountId)
  const vendorAccountId = region.kind === 'region' ? vendor.accounts[region.partition] : undefined
  const accountId = typed.kind === 'account' ? typed.accountId : undefined
  return (
    <>
      <div className="two-accounts-frame">
        <div className="two-accounts" role="img" aria-label={picture.description(vendor.name, shownRoleName(vendor))}>
          <div className="two-accounts-account">
            <AccountHead title={vendor.name} accountId={vendorAccountId} />
            <div className="two-accounts-role">
              <Glyph path={application} />
              <span>{picture.appRole}</span>
            </div>
          </div>
          <div className="two-accounts-requests">
            <div className="two-accounts-request">
              <span>{picture.externalId}</span>
              <Glyph path={arrowHead} />
            </div>
            <div className="two-accounts-request wrong">
              <span>{picture.wrongId}</span>
              <Glyph path={refusal} />
            </div>
          </div>
          <div className="two-accounts-account target">
            <AccountHead title={picture.yours} accountId={accountId} />
            <div className="two-accounts-role">
              <Glyph path={badge} />
              <RoleName name={shownRoleName(vendor)} />
            </div>
          </div>
        </div>
      </div>
      <p className="two-accounts-refused">
        <Icon name="cross" />
        <span>{picture.refused}</span>
      </p>
    </>
  )
}

function AccountHead({ title, accountId }: { title: string; accountId: string | undefined }) {
  return (
    <div>
      <div className="two-accounts-title">{title}</div>
      <bdi className="two-accounts-id" dir="ltr">
        {accountId === undefined ? localized(accountMessages).picture.unknownAccount : accountIdInGroups(accountId)}
      </bdi>
    </div>
  )
}

/** A long name may break before a capital and after a mark: `Acme|Monitoring-|Role`. */
function RoleName({ name }: { name: string }) {
  const parts = [...name.matchAll(/\p{Lu}*[^\p{Lu}\W_]*[\W_]*/gu)]
  return (
    <span className="name" translate="no" dir="ltr">
      {parts.map(({ 0: part, index }) => (
        <Fragment key={index}>
          {index > 0 && <wbr />}
          {part}
        </Fragment>
      ))}
    </span>
  )
}

const application = 'M2 5h20v14H2zm0 4h20M5 7h.01M8 7h.01'
const badge = 'M4 4.5h16v15H4zM10 2.5h4v4h-4zM10 11a2 2 0 1 0 4 0 2 2 0 1 0-4 0m-2 5.5c0-4 8-4 8 0'
const arrowHead = 'M5 7l7 5-7 5'
const refusal = 'M3.5 12a8.5 8.5 0 1 0 17 0 8.5 8.5 0 1 0-17 0m5-3.5l7 7m0-7l-7 7'

function Glyph({ path }: { path: string }) {
  return (
    <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
      <path d={path} />
    </svg>
  )
}
