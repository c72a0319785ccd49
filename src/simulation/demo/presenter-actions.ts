import { localized } from '#i18n/language.ts'
import type { SelectOption } from '#ui/controls/select-field.tsx'
import { serverState } from '#wizard/api/server-state.tsx'
import type { Pace } from './demo-clock.ts'
import { type DemoStage, subjectOf } from './demo-layout.ts'
import { type DemoScenario, demoScenario } from './demo-scenarios.ts'
import { breakRole, type Done, restoreRole, type Subject } from './role-actions.ts'
import { scenarioMessages } from './scenario-messages.ts'

/** How far one press goes: in steps as far as one can follow, otherwise until whatever happens later has happened. */
const stepMs: Readonly<Record<Pace, number>> = { step: 5000, instant: 60_000, realistic: 60_000 }

const nothingThere: Done = { kind: 'nothing-there' }

/** The wizard and the console look again at once, as both do when somebody comes back to them. */
function lookAgain(stage: DemoStage): void {
  stage.change({ edits: stage.state().edits + 1 })
  void serverState.invalidateQueries()
}

/** Whatever is wrong in AWS or between page and server is put right. */
export async function restore(stage: DemoStage, known?: Subject): Promise<Done> {
  stage.change({ trouble: 'none' })
  const subject = known ?? (await subjectOf(stage.state().vendor))
  if (subject === null) return nothingThere
  stage.world().mend(subject.connection.accountId)
  const answer = stage.state().progress === 'untouched' ? ({ kind: 'answer', result: null } as const) : await restoreRole(subject)
  if (answer.kind === 'answer' && stage.state().progress === 'changed') stage.change({ progress: 'restored' })
  lookAgain(stage)
  return answer
}

/** Does what a scenario says a colleague did, now. */
export async function breakIt(stage: DemoStage, scenarioId: string): Promise<Done> {
  const subject = await subjectOf(stage.state().vendor)
  if (subject === null) return nothingThere
  const answer = await breakRole(subject, demoScenario(scenarioId).behaviour)
  lookAgain(stage)
  return answer
}

export function setPace({ clock, change }: DemoStage, pace: Pace): void {
  clock.setPace(pace)
  change({ pace })
}

export function passTime(stage: DemoStage): void {
  stage.clock.pass(stepMs[stage.clock.pace()])
  void serverState.invalidateQueries()
}

export function togglePresenter({ state, change }: DemoStage): void {
  change({ isPresenterOpen: !state().isPresenterOpen })
}

/** To choose one of, in the language of the page. */
export const scenarioOptions = (scenarios: readonly DemoScenario[]): readonly SelectOption[] =>
  scenarios.map(({ id, group }) => ({
    value: id,
    label: localized(scenarioMessages).scenarios[id].title,
    group: localized(scenarioMessages).groups[group],
  }))
