import { useQuery } from '@tanstack/react-query'
import { useState, useSyncExternalStore } from 'react'
import type { ServedVendor } from '#core/connection/vendor.ts'
import { localized } from '#i18n/language.ts'
import { Button } from '#ui/controls/button.tsx'
import { DocumentTitle } from '#ui/controls/page-parts.tsx'
import { ServerState, serverState } from '#wizard/api/server-state.tsx'
import { Loading } from '#wizard/app/loading.tsx'
import { ScreenIntroduction } from '#wizard/app/screen.tsx'
import { shellMessages } from '#wizard/app/shell-messages.ts'
import { ConnectionList } from './connection-list.tsx'
import { ConnectionView } from './connection-view.tsx'
import { EventsPanel } from './events-panel.tsx'
import { Gauges } from './gauges.tsx'
import { SearchForm } from './search-form.tsx'
import './support.css'
import { supportMessages } from './support-messages.ts'
import { TokenForm } from './token-form.tsx'
import { type ConnectionSearch, getOverview, vendorToken } from './vendor-api.ts'

export function SupportScreen({ vendor }: { readonly vendor: ServedVendor }) {
  const words = localized(supportMessages)
  return (
    <ServerState>
      <div className="stack support-screen">
        <DocumentTitle text={localized(shellMessages).title(words.title, vendor.name)} />
        <Admitted vendor={vendor} />
      </div>
    </ServerState>
  )
}

function forget(): void {
  vendorToken.replace(null)
  serverState.removeQueries({ queryKey: ['support'] })
}

/** Tried without a token first: the vendor's proxy can add one. The key has no token, so that the cache holds none. */
function Admitted({ vendor }: { readonly vendor: ServedVendor }) {
  const words = localized(supportMessages)
  const token = useSyncExternalStore(vendorToken.subscribe, vendorToken.state, () => null)
  const [tries, setTries] = useState<readonly (string | null)[]>([token])
  if (tries.at(-1) !== token) setTries([...tries, token])
  const query = useQuery({ queryKey: ['support', 'overview', tries.length], queryFn: getOverview, refetchInterval: 60_000 })
  if (query.data === undefined) return <Loading />
  if (query.data.kind === 'answer') return <Workspace vendor={vendor} hasToken={token !== null} overview={query.data.value} />
  const isFirst = token === null && query.data.kind === 'problem' && query.data.problem.code === 'vendor-token-missing'
  return (
    <>
      <ScreenIntroduction screen="support" title={words.heading} lead={words.lead} />
      <TokenForm failure={isFirst ? null : query.data} isBusy={query.isFetching} />
    </>
  )
}

type WorkspaceProps = {
  readonly vendor: ServedVendor
  readonly hasToken: boolean
  readonly overview: Parameters<typeof Gauges>[0]['overview']
}

function Workspace({ vendor, hasToken, overview }: WorkspaceProps) {
  const words = localized(supportMessages)
  const [search, setSearch] = useState<ConnectionSearch>({})
  const [selected, select] = useState<string | null>(null)
  if (selected !== null) return <ConnectionView key={selected} vendor={vendor} id={selected} onBack={() => select(null)} />
  return (
    <>
      <ScreenIntroduction screen="support list" title={words.heading} lead={words.lead}>
        {hasToken && (
          <div className="row">
            <Button variant="quiet" className="small" onClick={forget}>
              {words.token.forget}
            </Button>
          </div>
        )}
      </ScreenIntroduction>
      <Gauges overview={overview} status={search.status ?? null} onStatus={(status) => setSearch({ ...search, status })} />
      <SearchForm onSearch={setSearch} onConnection={select} status={search.status ?? null} />
      <ConnectionList key={JSON.stringify(search)} search={search} onOpen={select} />
      <EventsPanel />
    </>
  )
}
