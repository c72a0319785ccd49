import { lazy, Suspense, useDeferredValue, useMemo } from 'react'
import { readAccountList } from '#core/connection/accounts/account-list.ts'
import type { Connection } from '#core/connection/connection.ts'
import { isDisconnecting } from '#core/connection/disconnection.ts'
import type { ServedVendor } from '#core/connection/vendor.ts'
import { accountsCsv } from '#core/verify/accounts-csv.ts'
import { currentLanguage, localized, withMessages } from '#i18n/language.ts'
import { useHash } from '#ui/browser/use-hash.ts'
import { ButtonLink, DownloadButton } from '#ui/controls/action-buttons.tsx'
import { LiveRegion } from '#ui/controls/announcements.tsx'
import { Button } from '#ui/controls/button.tsx'
import { Callout } from '#ui/controls/callout.tsx'
import { Disclosure } from '#ui/controls/card.tsx'
import { DocumentTitle, ErrorBoundary } from '#ui/controls/page-parts.tsx'
import { failureText } from '#wizard/api/failure.tsx'
import type { Failure } from '#wizard/api/request.ts'
import { useListText } from '#wizard/app/account-list-draft.ts'
import { Broken, FailedRequest, Loading } from '#wizard/app/loading.tsx'
import { routeHash } from '#wizard/app/routes.ts'
import { ScreenHeading, ScreenIntroduction } from '#wizard/app/screen.tsx'
import { shellMessages } from '#wizard/app/shell-messages.ts'
import { type AccountOrder, type AccountsRoute, readAccountOrder, useOrderedRows } from './account-order.ts'
import { type AccountRow, accountCounts, accountRows, failingTitles, filteredRows } from './account-rows.ts'
import { AccountTable } from './account-table.tsx'
import { useConnections } from './connections.ts'
import { manyMessages } from './many-messages.ts'
import { ProgressStrip } from './progress-strip.tsx'
import './many.css'
import { AccountFilter } from './account-headings.tsx'
import { checkNow, useAccountChecks, useSettled } from './watcher.ts'

const RolloutPanel = lazy(async () => ({ default: (await withMessages(import('./rollout-panel.tsx'))).RolloutPanel }))

export function AccountsScreen({ vendor, route }: { vendor: ServedVendor; route: AccountsRoute }) {
  const { data, isFetching, refetch } = useConnections()
  if (data === undefined) return <Loading />
  if (data.kind !== 'answer') {
    return (
      <FailedRequest title={localized(shellMessages).connectionFailed} isBusy={isFetching} onRetry={() => void refetch()}>
        {failureText(data)}
      </FailedRequest>
    )
  }
  const { connections, unreadable } = data.value
  return (
    <>
      {unreadable > 0 && <Unreadable count={unreadable} />}
      {connections.length === 0 ? <NoAccounts vendor={vendor} /> : <Accounts vendor={vendor} route={route} connections={connections} />}
    </>
  )
}

function Unreadable({ count }: { count: number }) {
  const words = localized(manyMessages).table
  return (
    <Callout tone="danger" title={words.unreadable(count)}>
      <p>{words.unreadableText}</p>
    </Callout>
  )
}

function NoAccounts({ vendor }: { vendor: ServedVendor }) {
  const words = localized(manyMessages).table
  return (
    <div className="stack">
      <DocumentTitle text={localized(shellMessages).title(words.none, vendor.name)} />
      <ScreenHeading screen="accounts">{words.none}</ScreenHeading>
      <p className="lead">{words.noneText}</p>
      <div className="row">
        <ButtonLink variant="primary" href={routeHash({ kind: 'account-list' })}>
          {words.add}
        </ButtonLink>
        <ButtonLink href={routeHash({ kind: 'account' })}>{localized(manyMessages).one}</ButtonLink>
      </div>
    </div>
  )
}

type AccountsProps = { readonly vendor: ServedVendor; readonly route: AccountsRoute; readonly connections: readonly Connection[] }

function Accounts({ vendor, route, connections }: AccountsProps) {
  const words = localized(manyMessages).table
  const { checks, failure } = useAccountChecks()
  const rows = useMemo(() => accountRows(connections, checks), [connections, checks])
  const counts = accountCounts(rows)
  // The field updates at once; the table follows.
  const narrowed = useDeferredValue(route)
  const order = readAccountOrder(useHash())
  const ordered = useOrderedRows(rows, order)
  const shown = useMemo(() => filteredRows(ordered.rows, narrowed), [ordered.rows, narrowed])
  const wanted = useMemo(() => connections.filter((connection) => !isDisconnecting(connection)), [connections])
  const heading = words.heading(rows.length, counts.verified)
  return (
    <div className="stack many-accounts">
      <DocumentTitle text={localized(shellMessages).title(heading, vendor.name)} />
      <Summary connections={connections} />
      <ScreenIntroduction screen="accounts" title={heading} />
      <ProgressStrip counts={counts} />
      <LinesLeft vendor={vendor} connections={connections} />
      {failure !== null && <ChecksPaused failure={failure} />}
      <Disclosure
        variant="row"
        key={String(counts.verified === counts.all)}
        summary={localized(manyMessages).rollout.ways}
        open={counts.verified < counts.all}
      >
        <ErrorBoundary fallback={() => <Broken />}>
          <Suspense fallback={<Loading />}>
            <RolloutPanel vendor={vendor} connections={wanted} language={currentLanguage().code} />
          </Suspense>
        </ErrorBoundary>
      </Disclosure>
      <AccountFilter errors={failingTitles(rows)} route={route} order={order} counts={counts} />
      <Tools rows={rows} />
      <Order order={order} isStale={ordered.isStale} onAgain={ordered.sortAgain} />
      <AccountTable rows={shown} count={rows.length} route={route} order={order} />
      {counts.verified > 0 && <p className="hint">{words.untested}</p>}
    </div>
  )
}

/** Read aloud every few seconds at most, and only when a number has changed. */
function Summary({ connections }: { connections: readonly Connection[] }) {
  const { checks } = useSettled()
  return <LiveRegion text={localized(manyMessages).table.summary(accountCounts(accountRows(connections, checks)))} />
}

/** Those of the list that are still to be connected. */
function LinesLeft({ vendor, connections }: Omit<AccountsProps, 'route'>) {
  const words = localized(manyMessages).table
  const text = useListText()
  const { accounts, refused } = readAccountList(text, { vendor, region: '', connected: connections })
  const count = accounts.length + refused.length
  if (count === 0) return null
  const fix = <ButtonLink href={routeHash({ kind: 'account-list' })}>{words.fix}</ButtonLink>
  return (
    <Callout tone="note" title={words.left(count)} actions={fix}>
      <p>{words.leftText}</p>
    </Callout>
  )
}

type OrderProps = { readonly order: AccountOrder; readonly isStale: boolean; readonly onAgain: () => void }

/** Read aloud when it changes. The button is there for as long as there is an order, so that nothing moves when it is of use. */
function Order({ order, isStale, onAgain }: OrderProps) {
  const words = localized(manyMessages).table
  const text = order === null ? words.unsorted : words.sorted[order.by][order.isDescending ? 'down' : 'up']
  return (
    <div className="row many-order">
      <p role="status">
        <span key={text}>{text}</span>
      </p>
      {order !== null && (
        <Button variant="quiet" className="small" aria-disabled={!isStale} onClick={onAgain}>
          {words.sortAgain}
        </Button>
      )}
    </div>
  )
}

function ChecksPaused({ failure }: { failure: Failure }) {
  return (
    <Callout tone="waiting" title={localized(manyMessages).table.failure}>
      <p key={failure.kind}>{failureText(failure)}</p>
    </Callout>
  )
}

function Tools({ rows }: { rows: readonly AccountRow[] }) {
  const words = localized(manyMessages).table
  const failing = rows.filter(({ status }) => status === 'failing').map(({ connection }) => connection.id)
  const label = failing.length === 0 ? words.recheckNone : words.recheck(failing.length)
  return (
    <div className="row many-tools">
      <Button aria-disabled={failing.length === 0} onClick={() => checkNow(failing)}>
        <span key={label}>{label}</span>
      </Button>
      <DownloadButton
        label={words.export}
        filename={words.filename}
        mediaType="text/csv"
        text={accountsCsv(rows.map(({ connection, check }) => ({ connection, check: check?.last ?? null })))}
      />
      <ButtonLink href={routeHash({ kind: 'account-list' })}>{words.add}</ButtonLink>
    </div>
  )
}
