import { localized } from '#i18n/language.ts'
import type { SelectOption } from '#ui/controls/select-field.tsx'
import { serverState } from '#wizard/api/server-state.tsx'
import type { Pace } from './demo-clock.ts'
import { type DemoStage, subjectOf } from './demo-layout.ts'
import { type DemoScenario, demoScenario, scenarioGroupMessages } from './demo-scenarios.ts'
import { breakRole, type RoleChange, restoreRole, type Subject } from './role-actions.ts'

/** Time that one press skips. `step` is short enough to follow each change, and a minute is enough for every later change of a scenario. */
const stepMs: Readonly<Record<Pace, number>> = { step: 5000, instant: 60_000, realistic: 60_000 }

const nothingThere: RoleChange = { kind: 'nothing-there' }

/** Refetches in the wizard and the console, as both do when their tab gets the focus. */
function refetchAll(stage: DemoStage): void {
  stage.change({ edits: stage.state().edits + 1 })
  void serverState.invalidateQueries()
}

/** Fixes whatever is wrong in AWS, or between page and server. */
export async function restore(stage: DemoStage, known?: Subject): Promise<RoleChange> {
  stage.change({ trouble: 'none' })
  const subject = known ?? (await subjectOf(stage.state().vendor))
  if (subject === null) return nothingThere
  stage.world().fixAccount(subject.connection.accountId)
  const answer = stage.state().progress === 'untouched' ? ({ kind: 'answer', result: null } as const) : await restoreRole(subject)
  if (answer.kind === 'answer' && stage.state().progress === 'changed') stage.change({ progress: 'restored' })
  refetchAll(stage)
  return answer
}

export async function breakIt(stage: DemoStage, scenarioId: string): Promise<RoleChange> {
  const subject = await subjectOf(stage.state().vendor)
  if (subject === null) return nothingThere
  const answer = await breakRole(subject, demoScenario(scenarioId).behavior)
  refetchAll(stage)
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

export function toggleNotes({ state, change }: DemoStage): void {
  change({ areNotesShown: !state().areNotesShown, isPresenterOpen: true })
}

export const scenarioOptions = (scenarios: readonly DemoScenario[]): readonly SelectOption[] =>
  scenarios.map(({ id, group, messages }) => ({
    value: id,
    label: localized(messages).title,
    group: localized(scenarioGroupMessages)[group],
  }))
