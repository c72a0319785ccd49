import { useMutation } from '@tanstack/react-query'
import { useState, useSyncExternalStore } from 'react'
import type { SimulatedConsoleAddress } from '#core/artifacts/simulated-console-address.ts'
import { AwsErrorMessage } from '#simulation/console/aws-text.tsx'
import { ConsoleContents, readConsoleLink } from '#simulation/console/console-contents.tsx'
import { AccountBar } from '#simulation/console/simulated-console.tsx'
import '#simulation/console/simulated-console.css'
import { localized } from '#i18n/language.ts'
import { navigate } from '#ui/browser/use-hash.ts'
import { ButtonLink } from '#ui/controls/action-buttons.tsx'
import { Button } from '#ui/controls/button.tsx'
import { SelectField } from '#ui/controls/select-field.tsx'
import { type Route, routeHash } from '#wizard/app/routes.ts'
import { panelHash } from './demo-address.ts'
import type { DemoStage } from './demo-layout.ts'
import { demoMessages } from './demo-messages.ts'
import { demoScenarios } from './demo-scenarios.ts'
import { breakIt, restore, scenarioOptions } from './presenter-actions.ts'
import type { RoleChange } from './role-actions.ts'

type AwsPanelProps = { readonly address: SimulatedConsoleAddress; readonly route: Route; readonly stage: DemoStage }

/** Keyboard users continue in the panel that they opened. */
function takeFocus(heading: HTMLElement | null): void {
  heading?.focus()
}

export function AwsPanel({ address, route, stage }: AwsPanelProps) {
  const words = localized(demoMessages).panel
  const { edits } = useSyncExternalStore(stage.subscribe, stage.state)
  const { region } = readConsoleLink(address)
  const open = (changed: Partial<SimulatedConsoleAddress>) => navigate(panelHash(route, { ...address, ...changed }))
  return (
    <section className="simulated-console demo-panel" aria-label={words.label}>
      <div className="demo-panel-head">
        <h2 tabIndex={-1} ref={takeFocus}>
          {words.heading}
        </h2>
        <ButtonLink variant="quiet" href={routeHash(route)}>
          {words.close}
        </ButtonLink>
      </div>
      <AccountBar accountId={address.accountId} region={region} onSignIn={(accountId) => open({ accountId })} />
      <div className="page stack">
        <RoleChanges stage={stage} />
        <ConsoleContents key={edits} {...{ address, region }} onOpen={open} />
      </div>
    </section>
  )
}

/** The other scenarios change the account as a whole, which a colleague can't do. */
const edits = demoScenarios.filter(({ behavior }) => behavior.trust !== undefined || behavior.permissions !== undefined)

type Act = 'break' | 'restore'

/** Empty if AWS denied the change: its own error is shown. */
function resultNote(act: Act, { kind }: RoleChange): string {
  const words = localized(demoMessages).panel
  if (kind === 'nothing-there') return words.nothingThere
  return kind === 'answer' ? words.notes[act] : ''
}

function RoleChanges({ stage }: { stage: DemoStage }) {
  const words = localized(demoMessages).panel
  const [chosen, choose] = useState(edits[0]?.id ?? '')
  const change = useMutation({ mutationFn: (act: Act) => (act === 'break' ? breakIt(stage, chosen) : restore(stage)) })
  const busy = change.isPending ? change.variables : null
  return (
    <div className="demo-role-changes">
      <SelectField
        label={words.breakLabel}
        hint={words.breakHint}
        value={chosen}
        onChange={(event) => choose(event.target.value)}
        options={scenarioOptions(edits)}
      />
      <div className="row">
        <Button busy={busy === 'break'} onClick={() => change.mutate('break')}>
          {words.breakIt}
        </Button>
        <Button variant="primary" busy={busy === 'restore'} onClick={() => change.mutate('restore')}>
          {words.restore}
        </Button>
      </div>
      <p role="status" className="hint">
        {change.data !== undefined && change.variables !== undefined && resultNote(change.variables, change.data)}
      </p>
      {change.data?.kind !== 'nothing-there' && <AwsErrorMessage answer={change.data} />}
    </div>
  )
}
