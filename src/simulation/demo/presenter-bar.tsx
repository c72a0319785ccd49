import { useReducer, useSyncExternalStore } from 'react'
import './presenter.css'
import { localized } from '#i18n/language.ts'
import { CopyButton } from '#ui/controls/action-buttons.tsx'
import { Button } from '#ui/controls/button.tsx'
import { SelectField } from '#ui/controls/select-field.tsx'
import { readRoute } from '#wizard/app/routes.ts'
import { demoSteps } from './demo-address.ts'
import { isPace, paces } from './demo-clock.ts'
import { DemoIcon } from './demo-icon.tsx'
import type { DemoStage } from './demo-layout.ts'
import { demoMessages } from './demo-messages.ts'
import { chooseScenario, demoLink, openAt, stepOf } from './demo-navigation.ts'
import { demoScenarios } from './demo-scenarios.ts'
import { passTime, restore, scenarioOptions, setPace } from './presenter-actions.ts'
import { NotesButton } from './presenter-notes.tsx'
import { BarPopover, MorePopover, ProspectPopover } from './presenter-popovers.tsx'
import { RoleChanges } from './role-changes.tsx'

type PresenterBarProps = { readonly stage: DemoStage; readonly hash: string }

/** One row, so that the audience sees the product. */
export function PresenterBar({ stage, hash }: PresenterBarProps) {
  const words = localized(demoMessages).presenter
  const { pace } = useSyncExternalStore(stage.subscribe, stage.state)
  // The link contains the input of the first screen, which sends no event when it changes.
  const [, rerender] = useReducer((count: number) => count + 1, 0)
  return (
    <section className="presenter-bar" aria-label={words.label} data-theme="dark" onPointerEnter={rerender} onFocus={rerender}>
      <div className="presenter-row">
        <Choices stage={stage} hash={hash} />
        <span className="presenter-rule" />
        <Button variant="quiet" onClick={() => passTime(stage)}>
          <DemoIcon name="skip" />
          {words.pass[pace]}
        </Button>
        <BarPopover name="break" icon="wrench" label={words.breakIt}>
          <RoleChanges stage={stage} />
        </BarPopover>
        <Button variant="quiet" onClick={() => void restore(stage)}>
          {words.endTrouble}
        </Button>
        <span className="presenter-space" />
        <ProspectPopover stage={stage} />
        <NotesButton stage={stage} />
        <CopyButton variant="quiet" text={demoLink(stage, hash)} label={words.copy} />
      </div>
      <MorePopover stage={stage} />
    </section>
  )
}

function Choices({ stage, hash }: PresenterBarProps) {
  const words = localized(demoMessages).presenter
  const state = useSyncExternalStore(stage.subscribe, stage.state)
  const goTo = (chosen: string) => {
    const step = demoSteps.find((known) => known === chosen)
    if (step !== undefined) void openAt(stage, step)
  }
  return (
    <>
      <SelectField
        label={words.scenario}
        value={state.scenario.id}
        onChange={({ target }) => chooseScenario(stage, target.value)}
        options={scenarioOptions(demoScenarios)}
      />
      <SelectField
        label={words.step}
        value={stepOf(state, readRoute(hash))}
        onChange={({ target }) => goTo(target.value)}
        options={demoSteps.map((step) => ({ value: step, label: words.steps[step] }))}
      />
      <SelectField
        label={words.pace}
        value={state.pace}
        onChange={({ target }) => isPace(target.value) && setPace(stage, target.value)}
        options={paces.map((pace) => ({ value: pace, label: words.paces[pace] }))}
      />
    </>
  )
}
