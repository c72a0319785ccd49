import { useInfiniteQuery } from '@tanstack/react-query'
import { accountIdInGroups } from '#core/aws/account-id.ts'
import type { VendorConnection } from '#core/verify/vendor-connection.ts'
import { connectionStatus } from '#core/verify/vendor-overview.ts'
import { localized } from '#i18n/language.ts'
import { DownloadButton } from '#ui/controls/action-buttons.tsx'
import { LiveRegion } from '#ui/controls/announcements.tsx'
import { Button } from '#ui/controls/button.tsx'
import { replacementMessages } from '#wizard/app/connection-list-messages.ts'
import { Loading } from '#wizard/app/loading.tsx'
import { rolesOfSeveral } from '#wizard/app/role-of-several.ts'
import { Time } from '#wizard/verification/time.tsx'
import { diagnosisTitle } from '#wizard/verification/verdict-texts.ts'
import { connectionsCsv, connectionsJson } from './connections-export.ts'
import { supportMessages } from './support-messages.ts'
import { VendorFailureText } from './vendor-action.tsx'
import { type ConnectionSearch, listConnections, type VendorAnswer } from './vendor-api.ts'

type ConnectionListProps = { readonly search: ConnectionSearch; readonly onOpen: (id: string) => void }

type Page = Awaited<ReturnType<typeof listConnections>>

const answered = <Value,>(answer: VendorAnswer<Value>): readonly Value[] => (answer.kind === 'answer' ? [answer.value] : [])

/** A connection that changed while pages were read comes again, and its last form counts. */
function connectionsOf(pages: readonly Page[]): readonly VendorConnection[] {
  const all = pages.flatMap(answered).flatMap(({ connections }) => connections)
  return [...new Map(all.map((connection) => [connection.id, connection])).values()]
}

export function ConnectionList({ search, onOpen }: ConnectionListProps) {
  const words = localized(supportMessages).list
  const query = useInfiniteQuery({
    queryKey: ['support', 'connections', search],
    initialPageParam: '',
    queryFn: ({ pageParam }) => listConnections(search, pageParam === '' ? undefined : pageParam),
    getNextPageParam: (last: Page) => (last.kind === 'answer' ? last.value.next : undefined),
  })
  const pages = query.data?.pages
  if (pages === undefined) return <Loading />
  const connections = connectionsOf(pages)
  const roleOf = rolesOfSeveral(connections)
  const failure = pages.find((page) => page.kind !== 'answer')
  const unreadable = pages.flatMap(answered).reduce((sum, page) => sum + (page.unreadable ?? 0), 0)
  const count = words.count(connections.length)
  return (
    <section className="stack" aria-label={words.label}>
      <LiveRegion text={count} />
      <div className="row support-list-head">
        <p>
          <b>{count}</b>
          {unreadable > 0 && <span> · {words.unreadable(unreadable)}</span>}
        </p>
        <Exports connections={connections} />
      </div>
      {failure !== undefined && <VendorFailureText failure={failure} />}
      {connections.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <ul className="support-list">
          {connections.map((connection) => (
            <Row key={connection.id} connection={connection} role={roleOf(connection)} onOpen={onOpen} />
          ))}
        </ul>
      )}
      {pages.flatMap(answered).some(({ isCut }) => isCut === true) && <p className="hint">{words.cut}</p>}
      {query.hasNextPage && (
        <div className="row">
          <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {words.more}
          </Button>
        </div>
      )}
    </section>
  )
}

/** Offers the pages that were loaded as files. */
function Exports({ connections }: { readonly connections: readonly VendorConnection[] }) {
  const words = localized(supportMessages).list
  return (
    <div className="row">
      <DownloadButton label={words.csv} filename="connections.csv" mediaType="text/csv" text={connectionsCsv(connections)} />
      <DownloadButton label={words.json} filename="connections.json" mediaType="application/json" text={connectionsJson(connections)} />
    </div>
  )
}

type RowProps = { readonly connection: VendorConnection; readonly role: string | null; readonly onOpen: (id: string) => void }

function Row({ connection, role, onOpen }: RowProps) {
  const { list: words, statuses } = localized(supportMessages)
  const { verdict, disconnectedAt } = connection
  const account = [accountIdInGroups(connection.accountId), ...(role === null ? [] : [role])].join(' · ')
  const status = connectionStatus(connection)
  return (
    <li>
      <div>
        <button type="button" className="link" aria-label={words.open(account)} onClick={() => onOpen(connection.id)}>
          <bdi translate="no">{account}</bdi>
        </button>
        {connection.name !== undefined && <p>{connection.name}</p>}
        <p className="hint" translate="no">
          {connection.tenant ?? words.anonymous}
        </p>
      </div>
      <div>
        <b className={`support-status ${status}`}>{statuses[status]}</b>
        {verdict !== null && disconnectedAt === null && <p>{diagnosisTitle(verdict.diagnosis)}</p>}
        {connection.rotation !== undefined && disconnectedAt === null && (
          <p className="support-update">{localized(replacementMessages).note}</p>
        )}
        {connection.needsUpdate && disconnectedAt === null && <p className="support-update">{words.needsUpdate}</p>}
      </div>
      <p className="hint">
        <Time at={connection.changedAt} hasDay />
      </p>
    </li>
  )
}
