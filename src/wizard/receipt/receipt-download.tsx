import type { Verdict } from '#core/verify/verdict.ts'
import { localized } from '#i18n/language.ts'
import { serverTime } from '#ui/browser/clock.ts'
import { saveFile } from '#ui/controls/action-buttons.tsx'
import { Button } from '#ui/controls/button.tsx'
import { Icon } from '#ui/controls/icon.tsx'
import { failureText, useAction } from '#wizard/api/failure.tsx'
import { signedReceipt } from '#wizard/api/receipt.ts'
import type { Failure } from '#wizard/api/request.ts'
import { routeHash } from '#wizard/app/routes.ts'
import { refreshVerdict } from '#wizard/verification/use-verification.ts'
import { receiptMessages } from './receipt-messages.ts'

type ReceiptDownloadProps = { readonly connectionId: string; readonly accountId: string; readonly verdict: Verdict }

const isNotVerified = (failure: Failure): boolean => failure.kind === 'problem' && failure.problem.code === 'not-verified'

/** The server signs a check of the last five minutes, so today is its day. */
const filename = (accountId: string): string => `receipt-${accountId}-${new Date(serverTime()).toISOString().slice(0, 10)}.jws`

/** The signed evidence of a verified role. It is fetched when the button is chosen, because one from before says nothing about now. */
export function ReceiptDownload({ connectionId, accountId, verdict }: ReceiptDownloadProps) {
  const words = localized(receiptMessages)
  const { isBusy, failure, run } = useAction()
  const label = isBusy ? words.preparing : words.download

  async function download(): Promise<Failure | null> {
    const answer = await signedReceipt(connectionId)
    if (answer.kind === 'answer') {
      saveFile({ text: answer.value, filename: filename(accountId), mediaType: 'application/jose' })
      return null
    }
    if (isNotVerified(answer)) await refreshVerdict(connectionId)
    return answer
  }

  return (
    <div className="stack">
      <p className="hint">
        {words.what} {verdict.simulated && <b>{words.whatSimulated}</b>}
      </p>
      <div className="row">
        <Button busy={isBusy} onClick={() => void run(download)}>
          <Icon name="download" />
          <span key={label}>{label}</span>
        </Button>
        <a href={routeHash({ kind: 'receipt' })}>{words.checkLink}</a>
      </div>
      {failure !== null && (
        <p role="status">
          <b>{words.failed}.</b> {isNotVerified(failure) ? words.notVerified : failureText(failure)}
        </p>
      )}
    </div>
  )
}
