import { readRoute } from '#wizard/app/routes.ts'
import { type DemoStep, demoSearch, readDemoAddress } from './demo-address.ts'
import type { DemoStage, StageState } from './demo-layout.ts'
import { typedForm } from './demo-navigation.ts'
import { noEdits } from './policy-edits.ts'

const stepsOfProgress = { untouched: 'role', changed: 'created', restored: 'restored' } as const satisfies Record<
  StageState['progress'],
  DemoStep
>

/** Opens at this state. It says what to do, not what came of it: no session and no external ID. */
export function demoLink(stage: DemoStage, hash: string): string {
  const { scenario, progress, pace, theme, prospect, policyEdits } = stage.state()
  const { kind } = readRoute(hash)
  const search = demoSearch({
    ...{ pace, theme, prospect },
    scenario: scenario.id,
    step: kind === 'account' ? 'account' : stepsOfProgress[progress],
    // It may have been changed since on the page, which puts it into the address.
    locale: readDemoAddress(window.location.search).locale,
    typed: typedForm(stage),
    edits: progress === 'changed' && kind !== 'account' ? policyEdits : noEdits,
    isReview: kind === 'review',
    seed: stage.address.seed,
    isPresenter: false,
    isTour: false,
  })
  return new URL(search, window.location.href.split(/[?#]/)[0]).href
}
