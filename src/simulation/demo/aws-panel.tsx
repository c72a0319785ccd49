import { useSyncExternalStore } from 'react'
import type { SimulatedConsoleAddress } from '#core/artifacts/simulated-console-address.ts'
import { ConsoleContents, readConsoleLink } from '#simulation/console/console-contents.tsx'
import { ConsoleBar } from '#simulation/console/simulated-console.tsx'
import '#simulation/console/simulated-console.css'
import { localized } from '#i18n/language.ts'
import { navigate } from '#ui/browser/use-hash.ts'
import { Icon } from '#ui/controls/icon.tsx'
import { type Route, routeHash } from '#wizard/app/routes.ts'
import { panelHash } from './demo-address.ts'
import type { DemoStage } from './demo-layout.ts'
import { demoMessages } from './demo-messages.ts'
import { RoleChanges } from './role-changes.tsx'

type AwsPanelProps = { readonly address: SimulatedConsoleAddress; readonly route: Route; readonly stage: DemoStage }

/** Keyboard users continue in the panel that they opened. */
function takeFocus(heading: HTMLElement | null): void {
  heading?.focus()
}

export function AwsPanel({ address, route, stage }: AwsPanelProps) {
  const words = localized(demoMessages).panel
  const { edits, progress } = useSyncExternalStore(stage.subscribe, stage.state)
  const { region } = readConsoleLink(address)
  const open = (changed: Partial<SimulatedConsoleAddress>) => navigate(panelHash(route, { ...address, ...changed }))
  return (
    <section className="simulated-console demo-panel" aria-label={words.label}>
      <ConsoleBar
        accountId={address.accountId}
        region={region}
        onSignIn={(accountId) => open({ accountId })}
        heading={
          <h2 className="console-pill" tabIndex={-1} ref={takeFocus}>
            {words.label}
          </h2>
        }
      >
        <a className="demo-panel-close" href={routeHash(route)} aria-label={words.close}>
          <Icon name="cross" />
        </a>
      </ConsoleBar>
      <div className="demo-panel-page stack">
        {progress !== 'untouched' && <RoleChanges stage={stage} />}
        <ConsoleContents key={edits} {...{ address, region }} onOpen={open} />
      </div>
    </section>
  )
}
