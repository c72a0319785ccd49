import { useSyncExternalStore } from 'react'
import { useForm } from 'react-hook-form'
import { Button } from '#ui/button.tsx'
import { CopyButton } from '#ui/copy-button.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { showTheme } from '#wizard/embedding.ts'
import { readRoute } from '#wizard/routes.ts'
import { beginAnew, chooseProspect, chooseScenario } from './beginnings.ts'
import { type DemoStep, demoSearch } from './demo-address.ts'
import { isPace, paces } from './demo-clock.ts'
import { demoScenarios } from './demo-scenarios.ts'
import type { DemoStage, StageState } from './demo-stage.ts'
import { demoWords } from './demo-words.ts'
import { passTime, restore, setPace, togglePresenter } from './interventions.ts'

const words = demoWords.presenter

type PresenterBarProps = { readonly stage: DemoStage; readonly hash: string }

/** For the person who shows the demo. Nothing of it is on the page while it is hidden. */
export function PresenterBar({ stage, hash }: PresenterBarProps) {
  const state = useSyncExternalStore(stage.subscribe, stage.state)
  return (
    <section className="presenter-bar" aria-label={words.label} data-theme="dark">
      <div className="presenter-choices">
        <SelectField
          label={words.scenario}
          value={state.scenario.id}
          onChange={(event) => chooseScenario(stage, event.target.value)}
          options={demoScenarios.map(({ id, title, group }) => ({ value: id, label: title, group }))}
        />
        <SelectField
          label={words.pace}
          value={state.pace}
          onChange={({ target }) => isPace(target.value) && setPace(stage, target.value)}
          options={paces.map((pace) => ({ value: pace, label: words.paces[pace] }))}
        />
        <ThemeField stage={stage} theme={state.theme} />
      </div>
      <p className="presenter-notes">
        <b>{words.notes}:</b> {state.scenario.story}
      </p>
      <div className="row">
        <Button look="primary" onClick={() => beginAnew(stage)}>
          {words.reset}
        </Button>
        {state.pace === 'step' && <Button onClick={() => passTime(stage)}>{words.next}</Button>}
        <Button onClick={() => void restore(stage)}>{words.endTrouble}</Button>
        <CopyButton text={linkTo(state, stage.seed, hash)} label={words.copy} />
        <Button look="quiet" onClick={() => togglePresenter(stage)}>
          {words.hide}
        </Button>
      </div>
      <div className="presenter-foot">
        <Disclosure summary={words.prospect}>
          <ProspectForm stage={stage} />
        </Disclosure>
        <p className="hint">
          {state.isLoaded ? words.loaded : words.loading} {words.hideHint} {state.pace === 'step' && words.nextHint}
        </p>
      </div>
    </section>
  )
}

function ThemeField({ stage, theme }: { stage: DemoStage; theme: StageState['theme'] }) {
  function choose(chosen: string): void {
    const fixed = chosen === 'light' || chosen === 'dark' ? chosen : null
    stage.change({ theme: fixed })
    showTheme(fixed ?? 'auto')
  }
  return (
    <SelectField
      label={words.theme}
      value={theme ?? 'auto'}
      onChange={(event) => choose(event.target.value)}
      options={Object.entries(words.themes).map(([value, label]) => ({ value, label }))}
    />
  )
}

function ProspectForm({ stage }: { stage: DemoStage }) {
  const { vendor } = stage.state()
  const { register, handleSubmit } = useForm({ defaultValues: { name: vendor.name, accent: vendor.accentColor ?? '#3454d1' } })
  const apply = handleSubmit((prospect) => chooseProspect(stage, prospect))
  return (
    <form className="presenter-choices" onSubmit={(event) => void apply(event)} noValidate>
      <TextField label={words.name} {...register('name')} />
      <TextField label={words.accent} type="color" {...register('accent')} />
      <div className="row">
        <Button type="submit">{words.apply}</Button>
      </div>
    </form>
  )
}

const stepsOfProgress = { untouched: 'role', changed: 'created', restored: 'restored' } as const satisfies Record<
  StageState['progress'],
  DemoStep
>

/** Names what to do, not what came of it: no account of anybody, no session, no external ID. */
function linkTo({ scenario, progress, pace, theme, prospect }: StageState, seed: string, hash: string): string {
  const step = readRoute(hash).kind === 'account' ? 'account' : stepsOfProgress[progress]
  const search = demoSearch({ scenario: scenario.id, step, pace, theme, prospect, seed, isPresenter: false, isTour: false })
  return new URL(search, window.location.href.split(/[?#]/)[0]).href
}
