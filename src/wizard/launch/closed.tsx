import type { ServedVendor } from '#core/connection/vendor.ts'
import { Callout } from '#ui/controls/callout.tsx'
import { Disclosure } from '#ui/controls/disclosure.tsx'
import { DocumentTitle } from '#ui/controls/document-title.tsx'
import { Code } from '#ui/editor/code.tsx'
import type { ClosedCode } from '#wizard/app/admission.ts'
import { Retry } from '#wizard/app/loading.tsx'
import { ScreenHeading } from '#wizard/app/screen-heading.tsx'
import { launchWords as words } from '#wizard/words/launch.ts'
import { shellWords } from '#wizard/words/shell.ts'
import { exchangeAgain } from './exchange.ts'

type ClosedProps = { readonly vendor: ServedVendor; readonly code: ClosedCode; readonly detail: string | undefined }

/** Reasons that a new token does not change. */
const passing: readonly ClosedCode[] = ['unreachable', 'unreadable', 'not-ready', 'rate-limited', 'internal']

const isSaid = (code: ClosedCode): code is keyof typeof words.why => Object.hasOwn(words.why, code)

/** No session: what happened, and how to get one. */
export function Closed({ vendor, code, detail }: ClosedProps) {
  const isPassing = passing.includes(code)
  const title = isPassing ? words.passing.title : words.title(code === 'stayed', vendor.name)
  const why = isSaid(code) ? words.why[code](vendor.name) : words.passing.why
  return (
    <div className="stack handoff-screen">
      <DocumentTitle text={shellWords.title(title, vendor.name)} />
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
