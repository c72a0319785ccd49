import type { HandoffDraft } from '#core/connection/handoff.ts'
import type { ServedVendor } from '#core/connection/vendor.ts'
import { localized } from '#i18n/language.ts'
import { keepAccountDraft, randomBytes } from '#wizard/account/account-draft.ts'
import { emptyAccountForm } from '#wizard/account/account-form.ts'
import { formOfDraft } from '#wizard/account/handoff-draft.ts'
import { failureText } from '#wizard/api/failure.tsx'
import { failureMessages } from '#wizard/api/failure-messages.ts'
import { useHandoffEntry } from '#wizard/api/handoff.ts'
import { ServerState } from '#wizard/api/server-state.tsx'
import { FailedRequest, Loading } from '#wizard/app/loading.tsx'
import { LinkEnded, linkEndReason } from './ended.tsx'

/** Opens a handoff link and moves on automatically. */
export function HandoffEntry({ vendor, token }: { vendor: ServedVendor; token: string }) {
  return (
    <ServerState>
      <EntryState vendor={vendor} token={token} />
    </ServerState>
  )
}

function EntryState({ vendor, token }: { vendor: ServedVendor; token: string }) {
  const keepDraft = (draft: HandoffDraft) => void keepAccountDraft(formOfDraft(draft, emptyAccountForm(vendor, randomBytes), vendor))
  const { data: answer, isFetching, refetch } = useHandoffEntry(token, keepDraft)
  if (answer === undefined || answer.kind === 'answer') return <Loading />
  const code = linkEndReason(answer)
  if (code !== null) return <LinkEnded vendor={vendor} code={code} />
  return (
    <FailedRequest title={localized(failureMessages).actionFailed} isBusy={isFetching} onRetry={() => void refetch()}>
      {failureText(answer)}
    </FailedRequest>
  )
}
