import type { HandoffDraft } from '#core/connection/handoff.ts'
import type { ServedVendor } from '#core/connection/vendor.ts'
import { Callout } from '#ui/controls/callout.tsx'
import { randomBytes } from '#wizard/account/account-draft.ts'
import { emptyAccountForm } from '#wizard/account/account-form.ts'
import { useOpening } from '#wizard/api/handoff.ts'
import { ServerState } from '#wizard/api/server-state.tsx'
import { Loading, Retry } from '#wizard/app/loading.tsx'
import { failureWords } from '#wizard/words/failure-words.ts'
import { handoffWords as words } from '#wizard/words/handoff.ts'
import { Ended, endedCode } from './ended.tsx'
import { formOfDraft } from './handoff-entry.ts'

/** Where the link of a hand-off arrives. It goes on by itself. */
export function Opening({ vendor, token }: { vendor: ServedVendor; token: string }) {
  return (
    <ServerState>
      <Opened vendor={vendor} token={token} />
    </ServerState>
  )
}

function Opened({ vendor, token }: { vendor: ServedVendor; token: string }) {
  const formOf = (draft: HandoffDraft) => formOfDraft(draft, emptyAccountForm(vendor, randomBytes), vendor)
  const { data: answer, isFetching, refetch } = useOpening(token, formOf)
  if (answer === undefined || answer.kind === 'answer') return <Loading />
  const code = endedCode(answer)
  if (code !== null) return <Ended vendor={vendor} code={code} />
  return (
    <Callout tone="unsafe" role="alert" title={words.failed} actions={<Retry isBusy={isFetching} onRetry={() => void refetch()} />}>
      <p>{failureWords(answer)}</p>
    </Callout>
  )
}
