import type { ServedVendor } from '#core/connection/vendor.ts'
import { localized } from '#i18n/language.ts'
import { navigate } from '#ui/browser/use-hash.ts'
import { ButtonLink } from '#ui/controls/action-buttons.tsx'
import { Button } from '#ui/controls/button.tsx'
import { Callout } from '#ui/controls/callout.tsx'
import { Disclosure } from '#ui/controls/card.tsx'
import { DocumentTitle } from '#ui/controls/page-parts.tsx'
import { Code } from '#ui/editor/code-view.tsx'
import { restartAccountDraft } from '#wizard/account/account-draft.ts'
import { serverState } from '#wizard/api/server-state.tsx'
import type { ClosedCode, EarlierWork, Gate } from '#wizard/app/admission.ts'
import type { KeptSession } from '#wizard/app/kept-session.ts'
import { Retry } from '#wizard/app/loading.tsx'
import { isFramed } from '#wizard/app/page-options.ts'
import { routeHash } from '#wizard/app/routes.ts'
import { ScreenHeading, ScreenIntroduction } from '#wizard/app/screen.tsx'
import { shellMessages } from '#wizard/app/shell-messages.ts'
import { enter, exchangeAgain, stay } from './exchange.ts'
import { launchMessages } from './launch-messages.ts'

export function GateScreen({ vendor, gate }: { vendor: ServedVendor; gate: Gate }) {
  if (gate.kind === 'closed') return <Closed vendor={vendor} code={gate.code} detail={gate.detail} />
  if (gate.kind === 'asks') return <SwitchTenant vendor={vendor} from={gate.from} to={gate.to} />
  return <ViewerStart vendor={vendor} />
}

type ClosedProps = { readonly vendor: ServedVendor; readonly code: ClosedCode; readonly detail: string | undefined }

/** Reasons that a new token does not change. */
const passing: readonly ClosedCode[] = ['unreachable', 'unreadable', 'not-ready', 'rate-limited', 'internal']

const has = <Texts extends object>(texts: Texts, code: PropertyKey): code is keyof Texts => Object.hasOwn(texts, code)

type Closing = { readonly title: string; readonly why: string; readonly isPassing: boolean }

function closing(vendor: ServedVendor, code: ClosedCode): Closing {
  const { title, why, framed, passing: later } = localized(launchMessages)
  if (passing.includes(code)) return { ...later, isPassing: true }
  if (isFramed && has(framed.why, code)) return { title: framed.title, why: framed.why[code](vendor.name), isPassing: false }
  const said = has(why, code) ? why[code](vendor.name) : later.why
  return { title: title(code === 'stayed', vendor.name), why: said, isPassing: false }
}

/** No session: what happened, and how to get one. */
function Closed({ vendor, code, detail }: ClosedProps) {
  const words = localized(launchMessages)
  const { title, why, isPassing } = closing(vendor, code)
  return (
    <div className="stack single-column">
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

function ViewerStart({ vendor }: { vendor: ServedVendor }) {
  const words = localized(launchMessages).viewer
  return (
    <div className="stack single-column">
      <DocumentTitle text={localized(shellMessages).title(words.title, vendor.name)} />
      <ScreenIntroduction screen="viewer" title={words.title} lead={words.text(vendor.name)} />
      <div className="row">
        <ButtonLink variant="primary" href={routeHash({ kind: 'accounts', show: 'all', text: '' })}>
          {words.toAccounts}
        </ButtonLink>
      </div>
    </div>
  )
}

type SwitchTenantProps = { readonly vendor: ServedVendor; readonly from: EarlierWork; readonly to: KeptSession }

/** Someone else's link must not connect an account to their tenant without a word. */
function SwitchTenant({ vendor, from, to }: SwitchTenantProps) {
  const words = localized(launchMessages).switching
  const name = to.tenant?.name ?? ''
  const title = words.title(name)

  function agree(): void {
    restartAccountDraft(vendor)
    serverState.clear()
    enter(to)
    navigate(routeHash({ kind: 'account' }))
  }

  return (
    <div className="stack single-column">
      <DocumentTitle text={localized(shellMessages).title(title, vendor.name)} />
      <ScreenIntroduction screen="switch" title={title} lead={from.name === null ? words.fromNameless[from.kind] : words.from(from.name)} />
      <p>{words.consequence(name, vendor.name)}</p>
      <div className="row">
        <Button variant="primary" onClick={agree}>
          {words.agree(name)}
        </Button>
        <Button onClick={() => stay(to, from)}>{from.name === null ? words.stayNameless : words.stay(from.name)}</Button>
      </div>
    </div>
  )
}
