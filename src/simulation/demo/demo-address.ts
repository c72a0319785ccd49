import { readSimulatedConsoleHash, type SimulatedConsoleAddress, simulatedConsoleHash } from '#core/artifacts/simulated-console-address.ts'
import { type Route, readRoute, routeHash } from '#wizard/app/routes.ts'
import { isPace, type Pace } from './demo-clock.ts'
import type { Prospect } from './demo-vendor.ts'
import type { PolicyEdits } from './role-actions.ts'

export const demoSteps = ['account', 'role', 'created', 'restored'] as const
export type DemoStep = (typeof demoSteps)[number]

export type DemoAddress = {
  readonly scenario: string | null
  readonly step: DemoStep
  readonly pace: Pace
  readonly theme: 'light' | 'dark' | null
  readonly locale: string | null
  readonly prospect: Prospect
  /** Input of the first screen, as JSON. Null if it is what the scenario fills in. */
  readonly typed: string | null
  readonly edits: PolicyEdits
  /** True on the security review page. */
  readonly isReview: boolean
  readonly seed: string
  readonly isPresenter: boolean
  readonly isTour: boolean
}

const defaultSeed = 'rolebridge'

/** Ignores unknown values. Never throws. */
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

/** The query that opens this demo. Defaults are left out, and so are presenter bar and tour, which are not for the recipient. */
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

const emptyConsoleHash = simulatedConsoleHash({ accountId: null, link: null })

/** The hash contains step and panel, so that Back and Forward open and close the panel. */
export function panelHash(route: Route, address: SimulatedConsoleAddress): string {
  return `${routeHash(route)}?${simulatedConsoleHash(address).slice(emptyConsoleHash.length + 1)}`
}

/** Other screens also have a query: the order of their table. */
const panelPart = /\?(?:(?:account|url)=.*)?$/

/** Null if the panel is closed. */
export function readPanel(hash: string): SimulatedConsoleAddress | null {
  const [part] = panelPart.exec(hash) ?? []
  return part === undefined ? null : readSimulatedConsoleHash(`${emptyConsoleHash}${part}`)
}

/** Keeps the panel open when the wizard continues to another step of the same connection. Null: nothing to keep. */
export function keptPanelHash(before: string, after: string): string | null {
  const address = readPanel(before)
  const [from, to] = [readRoute(before), readRoute(after)]
  if (address === null || readPanel(after) !== null || !('connectionId' in from) || !('connectionId' in to)) return null
  return from.connectionId === to.connectionId && from.kind !== to.kind ? panelHash(to, address) : null
}
