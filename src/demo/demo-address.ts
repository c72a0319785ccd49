import { isPace, type Pace } from './demo-clock.ts'
import type { Prospect } from './demo-vendor.ts'

/** States that a link can open at: the empty form, the connection, the stack, the role put right. */
export const demoSteps = ['account', 'role', 'created', 'restored'] as const
export type DemoStep = (typeof demoSteps)[number]

export type DemoAddress = {
  readonly scenario: string | null
  readonly step: DemoStep
  readonly pace: Pace
  readonly theme: 'light' | 'dark' | null
  readonly prospect: Prospect
  readonly seed: string
  readonly isPresenter: boolean
  readonly isTour: boolean
}

const defaultSeed = 'rolebridge'

/** What is not known counts as not given. Never throws. */
export function readDemoAddress(search: string): DemoAddress {
  const query = new URLSearchParams(search)
  const [pace, theme] = [query.get('pace') ?? '', query.get('theme')]
  return {
    scenario: query.get('scenario'),
    step: demoSteps.find((step) => step === query.get('step')) ?? 'account',
    pace: isPace(pace) ? pace : 'realistic',
    theme: theme === 'light' || theme === 'dark' ? theme : null,
    prospect: { name: query.get('vendor'), accent: query.get('accent') },
    seed: query.get('seed') ?? defaultSeed,
    isPresenter: query.has('presenter'),
    isTour: query.has('tour'),
  }
}

/** The query that opens a demo so; what is as it would be anyway is left out. The bar and the tour are for who opens them. */
export function demoSearch(address: DemoAddress): string {
  const { scenario, step, pace, theme, prospect, seed } = address
  const query = new URLSearchParams([
    ['demo', ''],
    ...(scenario === null ? [] : [['scenario', scenario]]),
    ...(step === 'account' ? [] : [['step', step]]),
    ...(pace === 'realistic' ? [] : [['pace', pace]]),
    ...(theme === null ? [] : [['theme', theme]]),
    ...(prospect.name === null ? [] : [['vendor', prospect.name]]),
    ...(prospect.accent === null ? [] : [['accent', prospect.accent]]),
    ...(seed === defaultSeed ? [] : [['seed', seed]]),
  ])
  return `?${query
    .toString()
    .replace(/^demo=&?/, 'demo&')
    .replace(/&$/, '')}`
}
