import { accountIdInGroups } from '#core/account-id.ts'
import { readAccountId } from '#core/read-account-id.ts'
import { readRegion } from '#core/region.ts'
import type { Vendor } from '#core/vendor.ts'
import { Card } from '#ui/card.tsx'
import { Icon } from '#ui/icon.tsx'
import { accountWords as words } from '../words/account.ts'
import type { AccountForm } from './account-form.ts'

/** The picture of what is about to be connected, with what is typed so far in it. */
export function TwoAccounts({ vendor, form }: { vendor: Vendor; form: Pick<AccountForm, 'accountId' | 'region'> }) {
  const region = readRegion(form.region)
  const vendorAccount = region.kind === 'region' ? vendor.accounts[region.partition] : undefined
  const typed = readAccountId(form.accountId)
  const account = typed.kind === 'account' ? typed.accountId : null
  return (
    <Card>
      <div className="two-accounts" role="img" aria-label={words.picture.description(vendor.name, vendor.role.name)}>
        <Account title={vendor.name} accountId={vendorAccount ?? null} role={words.picture.appRole} />
        <span className="two-accounts-link">
          <span>{words.picture.externalId}</span>
        </span>
        <Account title={words.picture.yours} accountId={account} role={vendor.role.name} isTarget />
      </div>
      <p className="two-accounts-refused">
        <Icon name="cross" />
        <span>{words.picture.refused}</span>
      </p>
    </Card>
  )
}

type AccountProps = { title: string; accountId: string | null; role: string; isTarget?: boolean }

function Account({ title, accountId, role, isTarget = false }: AccountProps) {
  return (
    <span className="two-accounts-account">
      <b>{title}</b>
      {accountId === null ? (
        <span className="two-accounts-id" key="unknown">
          {words.picture.unknownAccount}
        </span>
      ) : (
        <bdi className="two-accounts-id" key={accountId} dir="ltr" translate="no">
          {accountIdInGroups(accountId)}
        </bdi>
      )}
      <span className={isTarget ? 'two-accounts-role target' : 'two-accounts-role'} translate={isTarget ? 'no' : 'yes'}>
        {role}
      </span>
    </span>
  )
}
