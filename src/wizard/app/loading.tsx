import { localized } from '#i18n/language.ts'
import { Button } from '#ui/controls/button.tsx'
import { shellMessages } from './shell-messages.ts'

type RetryProps = { readonly isBusy?: boolean; readonly onRetry: () => void }

export function Retry({ isBusy = false, onRetry }: RetryProps) {
  return (
    <Button busy={isBusy} onClick={onRetry}>
      <span>{localized(shellMessages).retry}</span>
    </Button>
  )
}

export function Loading() {
  return (
    <p className="loading hint" role="status">
      {localized(shellMessages).loading}
    </p>
  )
}
