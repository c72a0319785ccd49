import { lazy, Suspense } from 'react'
import type { Connection } from '#core/connection.ts'
import type { ServedVendor } from '#core/vendor.ts'
import { Button } from '#ui/button.tsx'
import { Callout } from '#ui/callout.tsx'
import { useHash } from '#ui/use-hash.ts'
import { AccountScreen } from './account/account-screen.tsx'
import { useConnection } from './api/connection.ts'
import type { Failure } from './api/request.ts'
import { useVendor } from './api/vendor.ts'
import { type Route, readRoute } from './routes.ts'
import { Shell } from './shell.tsx'
import { failureWords } from './words/failure-words.ts'
import { shellWords as words } from './words/shell.ts'

const importRoleScreen = () => import('./role/role-screen.tsx')
const importConnectedScreen = () => import('./connected/connected-screen.tsx')

const RoleScreen = lazy(async () => ({ default: (await importRoleScreen()).RoleScreen }))
const ConnectedScreen = lazy(async () => ({ default: (await importConnectedScreen()).ConnectedScreen }))

/** The next screen is fetched while the server answers. A failure shows itself when the screen is really needed. */
function prefetchRoleScreen(): void {
  importRoleScreen().catch(() => undefined)
}

/** The customer's three screens. */
export function Wizard() {
  const { data: answer, isFetching, refetch } = useVendor()
  if (answer?.kind === 'answer') return <Steps vendor={answer.value} />
  if (answer === undefined) return <Loading />
  const why = answer.kind === 'unreachable' ? words.configFailed.unreachable : words.configFailed.unreadable
  return (
    <main className="page">
      <Callout tone="unsafe" role="alert" title={words.configFailed.title} actions={<Retry isBusy={isFetching} onRetry={refetch} />}>
        <p>{why}</p>
      </Callout>
    </main>
  )
}

function Steps({ vendor }: { vendor: ServedVendor }) {
  const route = readRoute(useHash())
  return route.kind === 'account' ? <AccountStep vendor={vendor} /> : <ConnectionStep vendor={vendor} route={route} />
}

function AccountStep({ vendor, isConnectionGone = false }: { vendor: ServedVendor; isConnectionGone?: boolean }) {
  return (
    <Shell vendor={vendor} route={{ kind: 'account' }}>
      <AccountScreen vendor={vendor} isConnectionGone={isConnectionGone} onSent={prefetchRoleScreen} />
    </Shell>
  )
}

type ConnectionRoute = Exclude<Route, { kind: 'account' }>
type ConnectionStepProps = { readonly vendor: ServedVendor; readonly route: ConnectionRoute }

function ConnectionStep({ vendor, route }: ConnectionStepProps) {
  const { data: answer, isFetching, refetch } = useConnection(route.connectionId)
  if (answer?.kind === 'problem' && answer.problem.code === 'not-found') return <AccountStep vendor={vendor} isConnectionGone />
  return (
    <Shell vendor={vendor} route={route}>
      <Suspense fallback={<Loading />}>
        {answer === undefined && <Loading />}
        {answer?.kind === 'answer' && <ConnectionScreen vendor={vendor} route={route} connection={answer.value} />}
        {answer !== undefined && answer.kind !== 'answer' && <NoConnection failure={answer} isBusy={isFetching} onRetry={refetch} />}
      </Suspense>
    </Shell>
  )
}

function ConnectionScreen({ vendor, route, connection }: ConnectionStepProps & { connection: Connection }) {
  const Screen = route.kind === 'role' ? RoleScreen : ConnectedScreen
  return <Screen key={`${route.kind} ${connection.id}`} vendor={vendor} connection={connection} />
}

type RetryProps = { readonly isBusy: boolean; readonly onRetry: () => unknown }

function NoConnection({ failure, ...retry }: RetryProps & { failure: Failure }) {
  return (
    <Callout tone="unsafe" role="alert" title={words.connectionFailed} actions={<Retry {...retry} />}>
      <p>{failureWords(failure)}</p>
    </Callout>
  )
}

function Retry({ isBusy, onRetry }: RetryProps) {
  return (
    <Button busy={isBusy} onClick={() => void onRetry()}>
      <span>{words.retry}</span>
    </Button>
  )
}

function Loading() {
  return (
    <p className="loading hint" role="status">
      {words.loading}
    </p>
  )
}
