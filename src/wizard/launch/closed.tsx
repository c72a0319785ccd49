import type { ServedVendor } from '#core/connection/vendor.ts'
import type { TextsOf } from '#core/text/messages.ts'
import { localized } from '#i18n/language.ts'
import { Callout } from '#ui/controls/callout.tsx'
import { Disclosure } from '#ui/controls/disclosure.tsx'
import { DocumentTitle } from '#ui/controls/document-title.tsx'
import { Code } from '#ui/editor/code.tsx'
import type { ClosedCode } from '#wizard/app/admission.ts'
import { Retry } from '#wizard/app/loading.tsx'
import { ScreenHeading } from '#wizard/app/screen-heading.tsx'
import { shellMessages } from '#wizard/app/shell-messages.ts'
import { exchangeAgain } from './exchange.ts'
import { launchMessages } from './launch-messages.ts'

type ClosedProps = { readonly vendor: ServedVendor; readonly code: ClosedCode; readonly detail: string | undefined }

/** Reasons that a new token does not change. */
const passing: readonly ClosedCode[] = ['unreachable', 'unreadable', 'not-ready', 'rate-limited', 'internal']

const isSaid = (code: ClosedCode): code is keyof TextsOf<typeof launchMessages>['why'] => Object.hasOwn(localized(launchMessages).why, code)

/** No session: what happened, and how to get one. */
export function Closed({ vendor, code, detail }: ClosedProps) {
  const words = localized(launchMessages)
  const isPassing = passing.includes(code)
  const title = isPassing ? words.passing.title : words.title(code === 'stayed', vendor.name)
  const why = isSaid(code) ? words.why[code](vendor.name) : words.passing.why
  return (
    <div className="stack handoff-screen">
      <DocumentTitle text={localized(shellMessages).title(title, vendor.name)} />
      <ScreenHeading screen={`closed ${code}`}>{title}</ScreenHeading>
      <Callout tone="note" title={words.todo} actions={isPassing ? <Retry onRetry={() => void exchangeAgain()} /> : undefined}>
        <p>{why}</p>
      </Callout>
      {detail !== undefined && (
        <Disclosure summary={words.forSupport(vendor.name)}>
          <p>
            <Code text={`${code}: ${detail}`} />
          </p>
        </Disclosure>
      )}
    </div>
  )
}
