import { useReducer, useSyncExternalStore } from 'react'
import { useForm } from 'react-hook-form'
import { localized } from '#i18n/language.ts'
import { CopyButton } from '#ui/controls/action-buttons.tsx'
import { Button } from '#ui/controls/button.tsx'
import { Disclosure } from '#ui/controls/card.tsx'
import { TextField } from '#ui/controls/fields.tsx'
import { SelectField } from '#ui/controls/select-field.tsx'
import { routeHash } from '#wizard/app/routes.ts'
import { showTheme } from '#wizard/shell/embedding.ts'
import { demoSteps } from './demo-address.ts'
import { isPace, paces } from './demo-clock.ts'
import type { DemoStage, StageState } from './demo-layout.ts'
import { demoMessages } from './demo-messages.ts'
import { chooseProspect, chooseScenario, demoLink, openAt, startOver } from './demo-navigation.ts'
import { demoScenarios } from './demo-scenarios.ts'
import { isName } from './demo-vendor.ts'
import { passTime, restore, scenarioOptions, setPace, togglePresenter } from './presenter-actions.ts'

type PresenterBarProps = { readonly stage: DemoStage; readonly hash: string }

export function PresenterBar({ stage, hash }: PresenterBarProps) {
  const words = localized(demoMessages).presenter
  const state = useSyncExternalStore(stage.subscribe, stage.state)
  // The link contains the input of the first screen, which sends no event when it changes.
  const [, rerender] = useReducer((count: number) => count + 1, 0)
  return (
    <section className="presenter-bar" aria-label={words.label} data-theme="dark" onPointerEnter={rerender} onFocus={rerender}>
      <div className="presenter-choices">
        <SelectField
          label={words.scenario}
          value={state.scenario.id}
          onChange={(event) => chooseScenario(stage, event.target.value)}
          options={scenarioOptions(demoScenarios)}
        />
        <StepField stage={stage} />
        <SelectField
          label={words.pace}
          value={state.pace}
          onChange={({ target }) => isPace(target.value) && setPace(stage, target.value)}
          options={paces.map((pace) => ({ value: pace, label: words.paces[pace] }))}
        />
        <ThemeField stage={stage} theme={state.theme} />
      </div>
      <p className="presenter-notes">
        <b>{words.notes}:</b> {localized(state.scenario.messages).story}{' '}
        {state.scenario.expects !== null && (
          <>
            {words.shows} <code translate="no">{state.scenario.expects}</code>.
          </>
        )}
      </p>
      <div className="row">
        <Button variant="primary" onClick={() => startOver(stage)}>
          {words.reset}
        </Button>
        <Button onClick={() => passTime(stage)}>{words.pass[state.pace]}</Button>
        <Button onClick={() => void restore(stage)}>{words.endTrouble}</Button>
        <CopyButton text={demoLink(stage, hash)} label={words.copy} />
        <Button variant="quiet" onClick={() => togglePresenter(stage)}>
          {words.hide}
        </Button>
      </div>
      <div className="presenter-foot">
        <Disclosure summary={words.prospect}>
          <ProspectForm stage={stage} />
        </Disclosure>
        <p>
          <a href={routeHash({ kind: 'hosting' })}>{words.hosting}</a>
        </p>
        <p className="hint">
          {state.isLoaded ? words.loaded : words.loading} {words.hideHint} {words.passHint}
        </p>
      </div>
    </section>
  )
}

/** Shows no current step, because the wizard continues automatically. */
function StepField({ stage }: { stage: DemoStage }) {
  const words = localized(demoMessages).presenter
  const choose = (chosen: string) => {
    const step = demoSteps.find((known) => known === chosen)
    if (step !== undefined) void openAt(stage, step)
  }
  return (
    <SelectField
      label={words.step}
      value=""
      onChange={(event) => choose(event.target.value)}
      options={[{ value: '', label: '…' }, ...demoSteps.map((step) => ({ value: step, label: words.steps[step] }))]}
    />
  )
}

function ThemeField({ stage, theme }: { stage: DemoStage; theme: StageState['theme'] }) {
  const words = localized(demoMessages).presenter
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
  const words = localized(demoMessages).presenter
  const { vendor, prospect } = stage.state()
  const { register, handleSubmit, formState } = useForm({ defaultValues: { name: vendor.name, accent: vendor.accentColor ?? '#3454d1' } })
  const apply = handleSubmit((typed) => chooseProspect(stage, { ...prospect, ...typed }))
  return (
    <form className="presenter-choices" onSubmit={(event) => void apply(event)} noValidate>
      <TextField
        label={words.name}
        error={formState.errors.name === undefined ? undefined : words.nameRefused}
        {...register('name', { validate: (name) => isName(vendor, name) })}
      />
      <TextField label={words.accent} type="color" {...register('accent')} />
      <div className="row">
        <Button type="submit">{words.apply}</Button>
      </div>
    </form>
  )
}
