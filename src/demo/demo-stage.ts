import { Connection } from '#core/connection.ts'
import type { Vendor } from '#core/vendor.ts'
import type { Receipts } from '#server/receipts.ts'
import type { Transport } from '#ui/transport.ts'
import { serverState } from '#wizard/api/server-state.tsx'
import { requestInSession } from '#wizard/api/session.ts'
import { readRoute } from '#wizard/routes.ts'
import type { DemoAddress } from './demo-address.ts'
import { type DemoClock, demoClock, type Pace } from './demo-clock.ts'
import { type DemoScenario, demoScenario, type Trouble } from './demo-scenarios.ts'
import { demoVendor, type Prospect } from './demo-vendor.ts'
import { createDemoWorld, type DemoWorld } from './demo-world.ts'
import type { Subject } from './role-actions.ts'
import { createStore, type Store } from './store.ts'

/** What the presenter sees of the demo. */
export type StageState = {
  readonly vendor: Vendor
  readonly scenario: DemoScenario
  /** Counts the times that everything began anew. */
  readonly generation: number
  /** Counts the times that the role was changed from outside the simulated console. */
  readonly edits: number
  readonly pace: Pace
  readonly trouble: Trouble
  /** Whether the whole flow has been loaded, so that the network may go. */
  readonly isLoaded: boolean
  /** Whether anything was changed in AWS, and whether it was put right after that. */
  readonly progress: 'untouched' | 'changed' | 'restored'
  readonly isPresenterOpen: boolean
  readonly isTourOpen: boolean
  readonly theme: DemoAddress['theme']
  readonly prospect: Prospect
}

/** The demo as a whole: one world at a time. */
export type DemoStage = Store<StageState> & {
  readonly config: Vendor
  readonly seed: string
  readonly clock: DemoClock
  /** What the pages send goes here. */
  readonly transport: Transport
  readonly world: () => DemoWorld
  /** Puts a new world in the place of this one. */
  readonly renewWorld: () => void
}

export type StageOptions = { readonly config: Vendor; readonly address: DemoAddress; readonly receipts: Receipts }

const origin = 'https://demo.invalid/'

/** What stands between the page and its server, for looks at a connection. */
function disturbed(trouble: Trouble, path: string): Response | null {
  if (trouble === 'none' || !path.endsWith('/verify')) return null
  if (trouble === 'network-lost') throw new TypeError('The network is lost')
  return new Response('Bad gateway', { status: 502, headers: { 'content-type': 'text/plain' } })
}

function firstState({ config, address }: StageOptions): StageState {
  const { pace, theme, prospect, isPresenter, isTour } = address
  return {
    vendor: demoVendor(config, prospect),
    scenario: demoScenario(address.scenario),
    generation: 0,
    edits: 0,
    pace,
    trouble: 'none',
    progress: 'untouched',
    isPresenterOpen: isPresenter,
    isTourOpen: isTour,
    isLoaded: false,
    theme,
    prospect,
  }
}

export function createDemoStage(options: StageOptions): DemoStage {
  const { config, address, receipts } = options
  const store = createStore(firstState(options))
  const { state, change } = store
  const clock = demoClock(Date.now, address.pace)

  /** Where nobody waits, the wizard looks at once. */
  function onChange(): void {
    change({ progress: 'changed' })
    if (clock.pace() === 'instant') setTimeout(() => void serverState.invalidateQueries({ queryKey: ['verification'] }))
  }

  const newWorld = () => {
    clock.restart()
    return createDemoWorld({ vendor: state().vendor, clock, receipts, seed: address.seed, onChange })
  }
  let world = newWorld()

  const transport: Transport = async (path, init) => {
    const { generation, trouble } = state()
    const response = disturbed(trouble, path) ?? (await world.fetch(new Request(new URL(path, origin), init)))
    // What was asked of a world that is gone must not be taken for an answer of this one.
    if (generation !== state().generation) throw new Error('The demo began anew')
    return response
  }

  const renewWorld = () => {
    change({ generation: state().generation + 1, progress: 'untouched' })
    world = newWorld()
  }
  return { ...store, config, seed: address.seed, clock, transport, world: () => world, renewWorld }
}

/** The connection that the wizard shows; null on its first screen. */
export async function subjectOf(stage: DemoStage): Promise<Subject | null> {
  const route = readRoute(window.location.hash)
  if (!('connectionId' in route)) return null
  const path = `api/connections/${encodeURIComponent(route.connectionId)}`
  const answer = await requestInSession({ method: 'GET', path, schema: Connection })
  return answer.kind === 'answer' ? { connection: answer.value, vendor: stage.state().vendor } : null
}
