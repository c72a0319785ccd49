import { Button } from '#ui/button.tsx'
import { shellWords as words } from './words/shell.ts'

export type RetryProps = { readonly isBusy: boolean; readonly onRetry: () => unknown }

export function Retry({ isBusy, onRetry }: RetryProps) {
  return (
    <Button busy={isBusy} onClick={() => void onRetry()}>
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
