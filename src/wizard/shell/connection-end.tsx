import { lazy, type ReactNode, Suspense } from 'react'
import type { ServedVendor } from '#core/connection/vendor.ts'
import { localized, withMessages } from '#i18n/language.ts'
import { useEnd } from '#wizard/api/disconnection.ts'
import { Loading } from '#wizard/app/loading.tsx'
import type { ConnectionRoute } from '#wizard/app/routes.ts'
import { shellMessages } from '#wizard/app/shell-messages.ts'
import { Shell } from './shell.tsx'

const Disconnected = lazy(async () => ({
  default: (await withMessages(import('#wizard/disconnecting/disconnected.tsx'))).Disconnected,
}))

type ConnectionEndProps = { readonly vendor: ServedVendor; readonly route: ConnectionRoute; readonly otherwise: ReactNode }

/** In place of a connection that the server shows no longer: its record, if it was disconnected. */
export function ConnectionEnd({ vendor, route, otherwise }: ConnectionEndProps) {
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
