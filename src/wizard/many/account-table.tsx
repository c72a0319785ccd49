import { memo } from 'react'
import { accountIdInGroups } from '#core/aws/account-id.ts'
import { isDisconnecting } from '#core/connection/disconnection.ts'
import { currentLanguage, localized } from '#i18n/language.ts'
import { serverTime, useNow } from '#ui/browser/clock.ts'
import { ButtonLink } from '#ui/controls/action-buttons.tsx'
import { Button } from '#ui/controls/button.tsx'
import { Icon, type IconName } from '#ui/controls/icon.tsx'
import { replacementMessages } from '#wizard/app/connection-list-messages.ts'
import { routeHash } from '#wizard/app/routes.ts'
import { ago, CheckedAgo } from '#wizard/verification/time.tsx'
import { AccountHeadings } from './account-headings.tsx'
import { type AccountOrder, type AccountsRoute, accountsHash } from './account-order.ts'
import { type AccountRow, type AccountStatus, statusWords } from './account-rows.ts'
import { manyMessages } from './many-messages.ts'
import { checkNow } from './watcher.ts'
import './account-table.css'

const minuteMs = 60_000
/** The lifetime of a receipt. */
const currentForMs = 24 * 60 * minuteMs

type AccountTableProps = {
  readonly rows: readonly AccountRow[]
  readonly count: number
  readonly route: AccountsRoute
  readonly order: AccountOrder
}

/**
 * The roles are written out, because browsers take them away from a table whose rows are laid out as a grid; and they are, so that
 * rows out of view cost nothing. https://developer.mozilla.org/docs/Web/CSS/content-visibility
 */
export function AccountTable({ rows, count, route, order }: AccountTableProps) {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: see above.
    <table className="account-table" role="table">
      <caption>{localized(manyMessages).table.caption(rows.length, count)}</caption>
      <AccountHeadings route={route} order={order} />
      {/* biome-ignore lint/a11y/noRedundantRoles: see above. */}
      <tbody role="rowgroup">
        {rows.map((row) => (
          <Row key={row.connection.id} {...row} language={currentLanguage().code} />
        ))}
        {rows.length === 0 && <NoRow order={order} />}
      </tbody>
    </table>
  )
}

function NoRow({ order }: Pick<AccountTableProps, 'order'>) {
  const words = localized(manyMessages).table
  return (
    // biome-ignore lint/a11y/noRedundantRoles: see above.
    <tr role="row">
      {/* biome-ignore lint/a11y/noRedundantRoles: see above. */}
      <td role="cell" className="no-account">
        {words.nothing} <a href={accountsHash({ kind: 'accounts', show: 'all', text: '' }, order)}>{words.showAll}</a>
      </td>
    </tr>
  )
}

/** Drawn again when something of its own account changes, or the language, not with every other one. */
const Row = memo(function Row({ connection, check, status, role }: AccountRow & { readonly language: string }) {
  const account = accountIdInGroups(connection.accountId)
  return (
    // biome-ignore lint/a11y/noRedundantRoles: see above.
    <tr role="row">
      {/* biome-ignore lint/a11y/noRedundantRoles: see above. */}
      <th scope="row" role="rowheader">
        <bdi translate="no" className="account-number">
          {account}
        </bdi>
        {connection.name !== undefined && <span className="account-name">{connection.name}</span>}
        {role !== null && (
          <span className="account-name" translate="no">
            {role}
          </span>
        )}
      </th>
      {/* biome-ignore lint/a11y/noRedundantRoles: see above. */}
      <td role="cell" translate="no">
        <bdi>{connection.region}</bdi>
      </td>
      {/* biome-ignore lint/a11y/noRedundantRoles: see above. */}
      <td role="cell" translate="no">
        <code dir="ltr">{connection.externalId}</code>
      </td>
      {/* biome-ignore lint/a11y/noRedundantRoles: see above. */}
      <td role="cell">
        <Status {...{ connection, check, status }} />
      </td>
      {/* biome-ignore lint/a11y/noRedundantRoles: see above. */}
      <td role="cell" className="account-row-actions">
        <Actions {...{ connection, check, status, role }} />
      </td>
    </tr>
  )
})

const icons: Readonly<Record<AccountStatus, IconName | null>> = { verified: 'check', failing: 'bang', waiting: null }

/** A check that was verified but is too old to be shown as green; null for every other. */
function useOldCheck({ check, status }: Pick<AccountRow, 'check' | 'status'>): string | null {
  const now = useNow(minuteMs, serverTime)
  if (check?.last == null || status !== 'verified') return null
  const elapsedMs = now - Date.parse(check.last.checkedAt)
  return elapsedMs < currentForMs ? null : localized(manyMessages).table.verifiedEarlier(ago(elapsedMs, currentLanguage().locale))
}

function Status({ connection, check, status }: Omit<AccountRow, 'role'>) {
  const words = localized(manyMessages).table
  const icon = icons[status]
  const said = statusWords({ connection, check })
  const oldCheck = useOldCheck({ check, status })
  const title = oldCheck ?? said?.title ?? words.notChecked
  return (
    <div className={`account-status ${oldCheck === null ? status : 'old'}`}>
      <span className="account-status-icon" aria-hidden="true">
        {icon === null ? <span className="account-status-dot" /> : <Icon name={icon} />}
      </span>
      <div>
        <b key={title}>{title}</b>
        {said !== null && said.text !== '' && status !== 'verified' && <p key={said.text}>{said.text}</p>}
        <p className="hint">
          {check?.isChecking === true ? (
            <span key="checking">{words.checking}</span>
          ) : (
            check?.last != null &&
            oldCheck === null && (
              <span key={check.last.checkedAt}>
                <CheckedAgo at={check.last.checkedAt} tickMs={minuteMs} />
              </span>
            )
          )}
        </p>
        {connection.rotation !== undefined && (
          <p className="account-note" key="rotating">
            {localized(replacementMessages).note}
          </p>
        )}
      </div>
    </div>
  )
}

const openWords = { verified: 'openVerified', failing: 'openFailing', waiting: 'open' } as const satisfies Record<AccountStatus, unknown>

function Actions({ connection, check, status, role }: AccountRow) {
  const words = localized(manyMessages).table
  const account = [accountIdInGroups(connection.accountId), ...(role === null ? [] : [role])].join(' · ')
  const label = words[openWords[status]]
  const kind = status === 'verified' ? 'connected' : 'role'
  return (
    <>
      <ButtonLink variant="quiet" href={routeHash({ kind, connectionId: connection.id })} aria-label={words.openName(label, account)}>
        <span key={label}>{label}</span>
      </ButtonLink>
      {!isDisconnecting(connection) && (
        <Button
          variant="quiet"
          busy={check?.isChecking ?? false}
          aria-label={words.checkNowName(account)}
          onClick={() => checkNow([connection.id])}
        >
          {words.checkNow}
        </Button>
      )}
    </>
  )
}
