import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { accountIdInGroups } from '#core/aws/account-id.ts'
import type { Connection } from '#core/connection/connection.ts'
import { isDisconnecting } from '#core/connection/disconnection.ts'
import type { VerdictKind } from '#core/verify/probe-result.ts'
import type { LastCheck } from '#core/verify/verdict.ts'
import { localized } from '#i18n/language.ts'
import { allPages, type Connections } from '#wizard/api/connection-list.ts'
import type { Answer } from '#wizard/api/request.ts'
import { ServerState } from '#wizard/api/server-state.tsx'
import { store } from '#wizard/app/browser-storage.ts'
import { replacementMessages, returningMessages } from '#wizard/app/connection-list-messages.ts'
import { rolesOfSeveral } from '#wizard/app/role-of-several.ts'
import { routeHash } from '#wizard/app/routes.ts'
import { shellMessages } from '#wizard/app/shell-messages.ts'
import { diagnosisTitle } from '#wizard/verification/verdict-texts.ts'
import { shortTitle } from '#wizard/verification/verification-state.ts'
import './returning.css'

const mostShown = 3

/** The script in index.html reads it: it keeps the place, so that the form does not move when the list comes. */
function keepCount(count: number): void {
  const rows = Math.min(count, mostShown)
  store('session', 'rolebridge.known', rows)
  store('local', 'rolebridge.known', rows)
  if (rows === 0) delete document.documentElement.dataset['known']
}

async function ownConnections(): Promise<Answer<Connections>> {
  const answer = await allPages()
  keepCount(answer.kind === 'answer' ? answer.value.connections.length : 0)
  return answer
}

/** Connections that this person made before. Empty without any, and without a response: the form is there for that. */
export function ReturningConnections() {
  return (
    <ServerState>
      <Known />
    </ServerState>
  )
}

function Known() {
  const { data } = useQuery({ queryKey: ['own-connections'], queryFn: ownConnections, refetchOnMount: 'always' })
  return data?.kind === 'answer' && data.value.connections.length > 0 ? <ConnectionList {...data.value} /> : null
}

/** Someone is filling in the form already, and no place was kept: what they type into stays where it is. */
function isInTheWay(): boolean {
  const { activeElement } = document
  const isTyping = activeElement instanceof HTMLInputElement || activeElement instanceof HTMLTextAreaElement
  return isTyping && activeElement.value !== '' && document.documentElement.dataset['known'] === undefined
}

/** Connections that need attention come first. */
const order: readonly VerdictKind[] = ['unsafe', 'drifted', 'not-ready', 'partial', 'vendor-fault', 'inconclusive', 'waiting', 'verified']

type Row = {
  readonly connection: Connection
  readonly last: LastCheck | undefined
  /** Null where the account has no other role. */
  readonly role: string | null
}

const weight = ({ last }: Pick<Row, 'last'>): number => order.indexOf(last?.kind ?? 'waiting')

function rowsOf({ connections, lastChecks }: Connections): readonly Row[] {
  const roleOf = rolesOfSeveral(connections)
  const rows = connections.map((connection) => ({
    connection,
    role: roleOf(connection),
    last: lastChecks.find(({ connectionId }) => connectionId === connection.id),
  }))
  return rows.toSorted((one, other) => weight(one) - weight(other) || other.connection.createdAt.localeCompare(one.connection.createdAt))
}

function ConnectionList(known: Connections) {
  const words = localized(returningMessages)
  const [isLate] = useState(isInTheWay)
  if (isLate) return null
  const count = known.connections.length
  return (
    <section className="known-connections" aria-labelledby="known-connections">
      <div className="known-connections-head">
        <h2 id="known-connections">{words.title(count)}</h2>
        {count > 1 && <a href={routeHash({ kind: 'accounts', show: 'all', text: '' })}>{words.all}</a>}
      </div>
      <ul>
        {rowsOf(known)
          .slice(0, mostShown)
          .map((row) => (
            <ConnectionRow key={row.connection.id} {...row} />
          ))}
      </ul>
    </section>
  )
}

const calm: readonly VerdictKind[] = ['verified', 'waiting', 'inconclusive']

function statusOf({ connection, last }: Pick<Row, 'connection' | 'last'>): string {
  if (isDisconnecting(connection)) return localized(shellMessages).disconnecting
  if (last === undefined) return localized(returningMessages).notStarted
  const [short, finding] = [shortTitle(last), diagnosisTitle(last.diagnosis)]
  const status = calm.includes(last.kind) ? short : finding
  return connection.rotation === undefined ? status : `${status}. ${localized(replacementMessages).note}`
}

function ConnectionRow({ connection, last, role }: Row) {
  const account = [accountIdInGroups(connection.accountId), ...(role === null ? [] : [role])].join(' · ')
  const name = connection.name === undefined ? account : `${connection.name} (${account})`
  const kind = last?.kind === 'verified' ? 'connected' : 'role'
  const isCalm = last === undefined || isDisconnecting(connection) || calm.includes(last.kind)
  return (
    <li>
      <a href={routeHash({ kind, connectionId: connection.id })}>{localized(returningMessages).open(name)}</a>
      <span className={isCalm ? 'known-status' : 'known-status failing'}>{statusOf({ connection, last })}</span>
    </li>
  )
}
