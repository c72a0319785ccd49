import { type ComponentProps, lazy, type ReactNode, Suspense, useEffect, useSyncExternalStore } from 'react'
import type { Connection } from '#core/connection/connection.ts'
import { isDisconnecting } from '#core/connection/disconnection.ts'
import type { ServedVendor } from '#core/connection/vendor.ts'
import { localized, withMessages } from '#i18n/language.ts'
import { ErrorBoundary } from '#ui/controls/page-parts.tsx'
import { hasManyConnections, useConnection, verificationKey } from '#wizard/api/connection.ts'
import { useEnd } from '#wizard/api/disconnection.ts'
import { failureText } from '#wizard/api/failure.tsx'
import type { Failure } from '#wizard/api/request.ts'
import { ServerState, serverState } from '#wizard/api/server-state.tsx'
import { FailedRequest, Loading } from '#wizard/app/loading.tsx'
import { type ConnectionRoute, routeHash } from '#wizard/app/routes.ts'
import { shellMessages } from '#wizard/app/shell-messages.ts'
import { linkEndReason } from '#wizard/handoff/ended.tsx'
import { type PollingState, shortTitle } from '#wizard/verification/verification-state.ts'
import { Shell } from './shell.tsx'

const importRoleScreen = () => withMessages(import('#wizard/role/role-screen.tsx'))

const RoleScreen = lazy(async () => ({ default: (await importRoleScreen()).RoleScreen }))
const importConnectedScreen = () => withMessages(import('#wizard/connected/connected-screen.tsx'))

const screens = {
  role: RoleScreen,
  connected: lazy(async () => ({ default: (await importConnectedScreen()).ConnectedScreen })),
  handoff: lazy(async () => ({ default: (await withMessages(import('#wizard/handoff/handoff-screen.tsx'))).HandoffScreen })),
  review: lazy(async () => ({ default: (await withMessages(import('#wizard/review/review-screen.tsx'))).ReviewScreen })),
  permissions: lazy(async () => ({
    default: (await withMessages(import('#wizard/permissions/permissions-screen.tsx'))).PermissionsScreen,
  })),
} as const satisfies Readonly<Record<ConnectionRoute['kind'], unknown>>

const DisconnectingScreen = lazy(async () => ({
  default: (await withMessages(import('#wizard/disconnecting/disconnecting-screen.tsx'))).DisconnectingScreen,
}))

const HandoffPanel = lazy(async () => ({ default: (await withMessages(import('#wizard/handoff/handoff-panel.tsx'))).HandoffPanel }))

const HandoffEnded = lazy(async () => ({ default: (await withMessages(import('#wizard/handoff/ended.tsx'))).LinkEnded }))

/** A failure shows itself when the screen is really needed. */
export async function prefetchRoleScreen(): Promise<void> {
  await importRoleScreen().catch(() => null)
}

/** While the role is awaited, so that success shows at once. */
async function prefetchConnectedScreen(): Promise<void> {
  await importConnectedScreen().catch(() => null)
}

type ConnectionStepProps = { readonly vendor: ServedVendor; readonly route: ConnectionRoute }

/** A step of a connection that the server knows. */
export function ConnectionStep(props: ConnectionStepProps & { readonly otherwise: ReactNode }) {
  return (
    <ServerState>
      <KnownConnection {...props} />
    </ServerState>
  )
}

function KnownConnection({ vendor, route, otherwise }: ConnectionStepProps & { readonly otherwise: ReactNode }) {
  const { data: answer, isFetching, refetch } = useConnection(route.connectionId)
  const lastStep = useLastStep(route)
  const hasEnd = answer?.kind === 'answer' && isDisconnecting(answer.value)
  // The outside system is the network.
  useEffect(() => {
    if (route.kind === 'role') void prefetchConnectedScreen()
  }, [route.kind])
  if (answer?.kind === 'problem' && answer.problem.code === 'not-found')
    return <ConnectionEnd vendor={vendor} route={route} otherwise={otherwise} />
  return (
    <Shell vendor={vendor} route={route} lastStep={hasEnd ? localized(shellMessages).disconnecting : lastStep}>
      {answer?.kind === 'answer' && isOneOfMany(answer.value) && (
        <p className="all-accounts">
          <a href={routeHash({ kind: 'accounts', show: 'all', text: '' })}>{localized(shellMessages).allAccounts}</a>
        </p>
      )}
      {answer?.kind === 'answer' && isOfTheWay(route) && !hasEnd && (
        <ErrorBoundary fallback={() => null}>
          <Suspense>
            <HandoffPanel vendor={vendor} connectionId={answer.value.id} />
          </Suspense>
        </ErrorBoundary>
      )}
      <Suspense fallback={<Loading />}>
        {answer === undefined && <Loading />}
        {answer?.kind === 'answer' && <ConnectionScreen vendor={vendor} route={route} connection={answer.value} />}
        {answer !== undefined && answer.kind !== 'answer' && (
          <NoConnection vendor={vendor} failure={answer} isBusy={isFetching} onRetry={() => void refetch()} />
        )}
      </Suspense>
    </Shell>
  )
}

const onServerState = (notify: () => void) => serverState.getQueryCache().subscribe(notify)

/**
 * The last step says what it is, once the role is known to be in another state. Reads what the screen has fetched: a second observer would
 * put its own options, without a function that fetches, in place of the screen's.
 */
function useLastStep({ kind, connectionId }: ConnectionRoute): string | undefined {
  const state = useSyncExternalStore(onServerState, () => serverState.getQueryData<PollingState>(verificationKey(connectionId)))
  const verdict = state?.verdict ?? null
  if (kind !== 'connected' || verdict === null || verdict.kind === 'verified') return undefined
  return shortTitle(verdict)
}

/** Leads back to the table for someone who came from it. */
const isOneOfMany = ({ name }: Connection): boolean => name !== undefined || hasManyConnections()

function ConnectionScreen({ vendor, route, connection }: ConnectionStepProps & { connection: Connection }) {
  if (isDisconnecting(connection) && route.kind !== 'review') return <DisconnectingScreen vendor={vendor} connection={connection} />
  const Screen = screens[route.kind]
  return <Screen key={`${route.kind} ${connection.id}`} vendor={vendor} connection={connection} />
}

const isOfTheWay = ({ kind }: ConnectionRoute): boolean => kind === 'role' || kind === 'connected'

type NoConnectionProps = Omit<ComponentProps<typeof FailedRequest>, 'title' | 'children'> & {
  readonly vendor: ServedVendor
  readonly failure: Failure
}

function NoConnection({ vendor, failure, ...retry }: NoConnectionProps) {
  const code = linkEndReason(failure)
  if (code !== null) return <HandoffEnded vendor={vendor} code={code} />
  return (
    <FailedRequest title={localized(shellMessages).connectionFailed} {...retry}>
      {failureText(failure)}
    </FailedRequest>
  )
}

const Disconnected = lazy(async () => ({
  default: (await withMessages(import('#wizard/disconnecting/disconnected.tsx'))).Disconnected,
}))

type ConnectionEndProps = { readonly vendor: ServedVendor; readonly route: ConnectionRoute; readonly otherwise: ReactNode }

/** In place of a connection that the server shows no longer: its record, if it was disconnected. */
function ConnectionEnd({ vendor, route, otherwise }: ConnectionEndProps) {
  const { data: answer } = useEnd(route.connectionId)
  if (answer === undefined) return <Loading />
  if (answer.kind !== 'answer' || answer.value.status !== 'disconnected') return otherwise
  return (
    <Shell vendor={vendor} route={route} lastStep={localized(shellMessages).disconnected}>
      <Suspense fallback={<Loading />}>
        <Disconnected vendor={vendor} record={answer.value} />
      </Suspense>
    </Shell>
  )
}
