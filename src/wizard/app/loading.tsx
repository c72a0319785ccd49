import { Button } from '#ui/controls/button.tsx'
import { shellWords as words } from '#wizard/words/shell.ts'

type RetryProps = { readonly isBusy?: boolean; readonly onRetry: () => void }

export function Retry({ isBusy = false, onRetry }: RetryProps) {
  return (
    <Button busy={isBusy} onClick={onRetry}>
      <span>{words.retry}</span>
    </Button>
  )
}

export function Loading() {
  return (
    <p className="loading hint" role="status">
      {words.loading}
    </p>
  )
}
