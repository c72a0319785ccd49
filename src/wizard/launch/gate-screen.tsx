import type { ServedVendor } from '#core/connection/vendor.ts'
import { ButtonLink } from '#ui/controls/button-link.tsx'
import { Callout } from '#ui/controls/callout.tsx'
import { Disclosure } from '#ui/controls/disclosure.tsx'
import { DocumentTitle } from '#ui/controls/document-title.tsx'
import { Code } from '#ui/editor/code.tsx'
import { exchangeAgain } from '#wizard/api/exchange.ts'
import type { ClosedCode, Gate } from '#wizard/app/admission.ts'
import { Retry } from '#wizard/app/loading.tsx'
import { routeHash } from '#wizard/app/routes.ts'
import { ScreenHeading } from '#wizard/app/screen-heading.tsx'
import { launchWords as words } from '#wizard/words/launch.ts'
import { shellWords } from '#wizard/words/shell.ts'
import { SwitchTenant } from './switch-tenant.tsx'

const viewerWords = words.viewer

export function GateScreen({ vendor, gate }: { vendor: ServedVendor; gate: Gate }) {
  if (gate.kind === 'closed') return <Closed vendor={vendor} code={gate.code} detail={gate.detail} />
  if (gate.kind === 'asks') return <SwitchTenant vendor={vendor} from={gate.from} to={gate.to} />
  return <ViewerStart vendor={vendor} />
}

type ClosedProps = { readonly vendor: ServedVendor; readonly code: ClosedCode; readonly detail: string | undefined }

/** Reasons that a new token does not change. */
const passing: readonly ClosedCode[] = ['unreachable', 'unreadable', 'not-ready', 'rate-limited', 'internal']

const isSaid = (code: ClosedCode): code is keyof typeof words.why => Object.hasOwn(words.why, code)

/** No session: what happened, and how to get one. */
function Closed({ vendor, code, detail }: ClosedProps) {
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

/** In place of every screen that only makes something. */
function ViewerStart({ vendor }: { vendor: ServedVendor }) {
  return (
    <div className="stack handoff-screen">
      <DocumentTitle text={shellWords.title(viewerWords.title, vendor.name)} />
      <div className="stack introduction">
        <ScreenHeading screen="viewer">{viewerWords.title}</ScreenHeading>
        <p className="lead">{viewerWords.text(vendor.name)}</p>
      </div>
      <div className="row">
        <ButtonLink look="primary" href={routeHash({ kind: 'accounts', show: 'all', text: '' })}>
          {viewerWords.toAccounts}
        </ButtonLink>
      </div>
    </div>
  )
}
