import { readSimulatedConsoleHash, type SimulatedConsoleAddress, simulatedConsoleHash } from '#core/artifacts/simulated-console-address.ts'
import { type Route, readRoute, routeHash } from '#wizard/app/routes.ts'
import { isPace, type Pace } from './demo-clock.ts'
import type { Prospect } from './demo-vendor.ts'
import type { PolicyEdits } from './role-actions.ts'

/** States that a link can open at: the empty form, the connection, the stack, the role put right. */
export const demoSteps = ['account', 'role', 'created', 'restored'] as const
export type DemoStep = (typeof demoSteps)[number]

export type DemoAddress = {
  readonly scenario: string | null
  readonly step: DemoStep
  readonly pace: Pace
  readonly theme: 'light' | 'dark' | null
  readonly locale: string | null
  readonly prospect: Prospect
  /** What was typed on the first screen, as JSON; null where it is what the scenario fills in. */
  readonly typed: string | null
  readonly edits: PolicyEdits
  /** Whether the page for the security review is shown. */
  readonly isReview: boolean
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
    locale: query.get('locale'),
    prospect: { name: query.get('vendor'), accent: query.get('accent'), logo: query.get('logo'), sets: query.get('sets') },
    typed: query.get('typed'),
    edits: { trust: query.get('trust'), permissions: query.get('permissions') },
    isReview: query.has('review'),
    seed: query.get('seed') ?? defaultSeed,
    isPresenter: query.has('presenter'),
    isTour: query.has('tour'),
  }
}

/** The query that opens a demo so; what is as it would be anyway is left out. The bar and the tour are for who opens them. */
export function demoSearch({ scenario, step, pace, theme, locale, prospect, typed, edits, isReview, seed }: DemoAddress): string {
  const said: readonly (readonly [string, string | null])[] = [
    ['scenario', scenario],
    ['step', step === 'account' ? null : step],
    ['pace', pace === 'realistic' ? null : pace],
    ['theme', theme],
    ['locale', locale],
    ['vendor', prospect.name],
    ['accent', prospect.accent],
    ['logo', prospect.logo],
    ['sets', prospect.sets],
    ['typed', typed],
    ['trust', edits.trust],
    ['permissions', edits.permissions],
    ['review', isReview ? '' : null],
    ['seed', seed === defaultSeed ? null : seed],
  ]
  const query = new URLSearchParams(said.flatMap(([name, value]) => (value === null ? [] : [[name, value]])))
  return query.size === 0 ? '?demo' : `?demo&${query}`
}

const consoleHash = simulatedConsoleHash({ accountId: null, link: null })

/** A step of the wizard with the simulated AWS beside it: one address, so that Back and Forward open and close it. */
export function besideHash(route: Route, address: SimulatedConsoleAddress): string {
  return `${routeHash(route)}?${simulatedConsoleHash(address).slice(consoleHash.length + 1)}`
}

/** The order of a table stands behind a question mark too. */
const besidePart = /\?(?:(?:account|url)=.*)?$/

/** Null where nothing is beside the step. */
export function readBeside(hash: string): SimulatedConsoleAddress | null {
  const [part] = besidePart.exec(hash) ?? []
  return part === undefined ? null : readSimulatedConsoleHash(`${consoleHash}${part}`)
}

/** Where the wizard goes on to another step of the same connection, what was beside it stays; null where nothing is to be kept. */
export function keptBeside(before: string, after: string): string | null {
  const address = readBeside(before)
  const [from, to] = [readRoute(before), readRoute(after)]
  if (address === null || readBeside(after) !== null || !('connectionId' in from) || !('connectionId' in to)) return null
  return from.connectionId === to.connectionId && from.kind !== to.kind ? besideHash(to, address) : null
}
