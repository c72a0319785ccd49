import type { ServedVendor } from '#core/connection/vendor.ts'
import { ServerState } from '#wizard/api/server-state.tsx'
import type { ManyRoute } from '#wizard/app/routes.ts'
import { AccountsScreen } from './accounts-screen.tsx'
import { ListScreen } from './list-screen.tsx'

export function ManyStep({ vendor, route }: { vendor: ServedVendor; route: ManyRoute }) {
  return (
    <ServerState>
      {route.kind === 'account-list' ? <ListScreen vendor={vendor} /> : <AccountsScreen vendor={vendor} route={route} />}
    </ServerState>
  )
}
