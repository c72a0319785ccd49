import { localized } from '#i18n/language.ts'
import { Button } from '#ui/controls/button.tsx'
import { Callout } from '#ui/controls/callout.tsx'
import { shellMessages } from './shell-messages.ts'

type RetryProps = { readonly isBusy?: boolean; readonly onRetry: () => void }

export function Retry({ isBusy = false, onRetry }: RetryProps) {
  return (
    <Button busy={isBusy} onClick={onRetry}>
      <span>{localized(shellMessages).retry}</span>
    </Button>
  )
}

type FailedRequestProps = RetryProps & { readonly title: string; readonly children: string }

export function FailedRequest({ title, children, ...retry }: FailedRequestProps) {
  return (
    <Callout tone="danger" role="alert" title={title} actions={<Retry {...retry} />}>
      <p>{children}</p>
    </Callout>
  )
}

export function Loading() {
  return (
    <p className="loading hint" role="status">
      {localized(shellMessages).loading}
    </p>
  )
}

/** Replaces a screen that failed. A failed chunk stays failed until the page is reloaded. */
export function Broken() {
  const words = localized(shellMessages)
  return (
    <Callout
      tone="danger"
      role="alert"
      title={words.broken.title}
      actions={
        <Button variant="primary" onClick={() => window.location.reload()}>
          {words.reload}
        </Button>
      }
    >
      <p>{words.broken.why}</p>
    </Callout>
  )
}
