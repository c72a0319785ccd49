import type { HandoffDraft } from '#core/handoff.ts'
import type { ServedVendor } from '#core/vendor.ts'
import { Callout } from '#ui/callout.tsx'
import { randomBytes } from '../account/account-draft.ts'
import { emptyAccountForm } from '../account/account-form.ts'
import { useOpening } from '../api/handoff.ts'
import { ServerState } from '../api/server-state.tsx'
import { Loading, Retry } from '../loading.tsx'
import { failureWords } from '../words/failure-words.ts'
import { handoffWords as words } from '../words/handoff.ts'
import { Ended } from './ended.tsx'
import { endedCode } from './ended-code.ts'
import { formOfDraft } from './handed-form.ts'

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
