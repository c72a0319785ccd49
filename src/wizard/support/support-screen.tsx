import { useQuery } from '@tanstack/react-query'
import { useState, useSyncExternalStore } from 'react'
import type { ServedVendor } from '#core/connection/vendor.ts'
import type { VendorOverview } from '#core/verify/vendor-overview.ts'
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
import { VendorFailureText } from './vendor-action.tsx'
import { type ConnectionSearch, getOverview, type VendorAnswer, type VendorFailure, vendorToken } from './vendor-api.ts'

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

/** Why the server admits no one with this token. Null: it does, or it can't say. */
function refusalOf(answer: VendorAnswer<VendorOverview>): VendorFailure | null {
  const isRefused = answer.kind === 'problem' && answer.problem.status < 500 && answer.problem.code !== 'rate-limited'
  return isRefused ? answer : null
}

/** Tried without a token first: the vendor's proxy can add one. The key has no token, so that the cache holds none. */
function Admitted({ vendor }: { readonly vendor: ServedVendor }) {
  const words = localized(supportMessages)
  const token = useSyncExternalStore(vendorToken.subscribe, vendorToken.state, () => null)
  const [tries, setTries] = useState<readonly (string | null)[]>([token])
  if (tries.at(-1) !== token) setTries([...tries, token])
  const query = useQuery({ queryKey: ['support', 'overview', tries.length], queryFn: getOverview, refetchInterval: 60_000 })
  if (query.data === undefined) return <Loading />
  const refusal = refusalOf(query.data)
  if (refusal === null) return <Workspace vendor={vendor} hasToken={token !== null} overview={query.data} />
  const isFirst = token === null && refusal.kind === 'problem' && refusal.problem.code === 'vendor-token-missing'
  return (
    <>
      <ScreenIntroduction screen="support" title={words.heading} lead={words.lead} />
      <TokenForm failure={isFirst ? null : refusal} isBusy={query.isFetching} />
    </>
  )
}

type WorkspaceProps = {
  readonly vendor: ServedVendor
  readonly hasToken: boolean
  readonly overview: VendorAnswer<VendorOverview>
}

/** The list stays if the numbers can't be had. */
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
      {overview.kind === 'answer' ? (
        <Gauges overview={overview.value} status={search.status ?? null} onStatus={(status) => setSearch({ ...search, status })} />
      ) : (
        <VendorFailureText failure={overview} />
      )}
      <SearchForm onSearch={setSearch} onConnection={select} status={search.status ?? null} />
      <ConnectionList key={JSON.stringify(search)} search={search} onOpen={select} />
      <EventsPanel />
    </>
  )
}
