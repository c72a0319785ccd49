import type { Verdict } from '#core/verify/verdict.ts'
import { Button } from '#ui/button.tsx'
import { DownloadButton } from '#ui/download-button.tsx'
import { useReceipt } from '../api/receipt.ts'
import { Retry } from '../loading.tsx'
import { routeHash } from '../routes.ts'
import { failureWords } from '../words/failure-words.ts'
import { receiptWords as words } from '../words/receipt.ts'

type ReceiptDownloadProps = { readonly connectionId: string; readonly accountId: string; readonly verdict: Verdict }

const filename = (accountId: string, checkedAt: string): string => `receipt-${accountId}-${checkedAt.slice(0, 10)}.jws`

/** The signed evidence of a verdict that is verified, there before the button is pressed. */
export function ReceiptDownload({ connectionId, accountId, verdict }: ReceiptDownloadProps) {
  const { data: answer, isFetching, refetch } = useReceipt(connectionId, verdict.checkedAt)
  return (
    <div className="stack">
      <p className="hint">
        {words.what} {verdict.simulated && <b>{words.whatSimulated}</b>}
      </p>
      <div className="row">
        {answer === undefined && <Button busy>{words.preparing}</Button>}
        {answer?.kind === 'answer' && (
          <DownloadButton
            text={answer.value}
            filename={filename(accountId, verdict.checkedAt)}
            mediaType="application/jose"
            label={words.download}
          />
        )}
        <a href={routeHash({ kind: 'receipt' })}>{words.checkLink}</a>
      </div>
      {answer !== undefined && answer.kind !== 'answer' && (
        <div className="row" role="status">
          <p>
            <b>{words.failed}.</b> {failureWords(answer)}
          </p>
          <Retry isBusy={isFetching} onRetry={() => void refetch()} />
        </div>
      )}
    </div>
  )
}
