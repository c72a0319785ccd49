import { type QueryClient, useQuery } from '@tanstack/react-query'
import { navigateStep } from '#ui/browser/step-transition.ts'
import { askForVerdict, connectionKey, verificationKey } from '#wizard/api/connection.ts'
import { serverState } from '#wizard/api/server-state.tsx'
import { emit } from '#wizard/app/host-page.ts'
import { readRoute, routeHash } from '#wizard/app/routes.ts'
import { type Launch, launchOf, rememberLaunch } from './launch.ts'
import { giveNotice } from './notice.tsx'
import { isRoleUpdate } from './role-update.ts'
import { isEarlyCheck, nextCheckIn, type PollingState, pollingAfter, turnsVerified } from './verification-state.ts'

/** Long enough to see the checks turn green. */
const pauseBeforeNextStepMs = 1500

/** Moves on only from the step that waits for this connection; a user who went elsewhere stays there. */
function goOnFromRoleStep(connectionId: string): void {
  const route = readRoute(window.location.hash)
  if (route.kind === 'role' && route.connectionId === connectionId) navigateStep(routeHash({ kind: 'connected', connectionId }))
}

/** A role to update exists already. */
const isLaunched = (id: string): boolean => launchOf(id) !== null || isRoleUpdate(id)

/** Restarted checks go on to their end. Only the last one of a connection is told, so that nothing is told twice. */
const lastCheck = new Map<string, symbol>()

/**
 * Turning verified is an event, so the next screen opens here and not where the verdict is shown: a user who returns to the step later stays
 * on it.
 */
async function check(client: QueryClient, id: string): Promise<PollingState> {
  const { data: before, dataUpdatedAt = 0 } = client.getQueryState<PollingState>(verificationKey(id)) ?? {}
  const isUrgent = before !== undefined && isEarlyCheck(before, Date.now() - dataUpdatedAt)
  const own = Symbol(id)
  lastCheck.set(id, own)
  const after = pollingAfter(before, await askForVerdict(id, { now: isUrgent, launched: isLaunched(id) }))
  if (lastCheck.get(id) !== own) return after
  if (after.failure?.kind === 'problem' && after.failure.problem.status === 410)
    await client.invalidateQueries({ queryKey: connectionKey(id) })
  giveNotice(id, before, after)
  if (turnsVerified(before, after)) {
    emit({ type: 'verified', connectionId: id, simulated: after.verdict?.simulated === true })
    // After a change of permissions the first answer is about the role from before, which is still to be updated.
    const isBeforeUpdate = before === undefined && isRoleUpdate(id)
    if (!isBeforeUpdate) setTimeout(() => goOnFromRoleStep(id), pauseBeforeNextStepMs)
  }
  return after
}

/** Needed when the server has said that the verdict on the page is out of date. */
export const refreshVerdict = (id: string): Promise<void> => serverState.refetchQueries({ queryKey: verificationKey(id) })

/** The server learns it at once, because its two minutes of patience begin with the launch. */
export function startLaunch(id: string, launch: Launch): void {
  const isFirst = !isLaunched(id)
  rememberLaunch(id, launch)
  if (isFirst) void refreshVerdict(id)
}

/** Polls in the background too, because the customer is in the AWS console meanwhile. */
export function useVerification(id: string) {
  return useQuery({
    queryKey: verificationKey(id),
    queryFn: ({ client }) => check(client, id),
    staleTime: ({ state }) => nextCheckIn(state.data),
    refetchInterval: ({ state }) => nextCheckIn(state.data),
    refetchIntervalInBackground: true,
    refetchOnWindowFocus: 'always',
    refetchOnReconnect: 'always',
  })
}
