import { Connection } from '#core/connection/connection.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { Verdict } from '#core/verify/verdict.ts'
import type { Receipts } from '#server/http/receipts.ts'
import { createStore, type Store } from '#ui/browser/store.ts'
import type { Transport } from '#ui/browser/transport.ts'
import { serverState } from '#wizard/api/server-state.tsx'
import { requestInSession } from '#wizard/api/session.ts'
import { readRoute } from '#wizard/app/routes.ts'
import { type Branding, type BrandingReading, noBranding } from './branding.ts'
import type { DemoAddress } from './demo-address.ts'
import { type DemoClock, demoClock, type Pace } from './demo-clock.ts'
import { type DemoScenario, demoScenario, type Trouble } from './demo-scenarios.ts'
import { demoVendor, type Prospect } from './demo-vendor.ts'
import { createDemoWorld, type DemoWorld, delayMs } from './demo-world.ts'
import { editsAfter, noEdits, type PolicyEdits, type Subject } from './role-actions.ts'

export type StageState = {
  readonly vendor: Vendor
  readonly scenario: DemoScenario
  readonly generation: number
  /** Number of changes to the role from outside the simulated console. */
  readonly edits: number
  readonly pace: Pace
  readonly trouble: Trouble
  /** True once every chunk is loaded, so that the demo works offline. */
  readonly isLoaded: boolean
  /** `restored`: changed in AWS, then fixed. */
  readonly progress: 'untouched' | 'changed' | 'restored'
  readonly isPresenterOpen: boolean
  /** On the page itself. */
  readonly areNotesShown: boolean
  readonly isTourOpen: boolean
  readonly theme: DemoAddress['theme']
  readonly prospect: Prospect
  readonly policyEdits: PolicyEdits
  readonly branding: Branding
  readonly refusedBranding: Exclude<BrandingReading, { kind: 'branding' }> | null
}

/** The demo, which has one world at a time. */
export type DemoStage = Pick<Store<StageState>, 'state' | 'subscribe'> & {
  readonly change: (changed: Partial<StageState>) => void
  readonly config: Vendor
  readonly address: DemoAddress
  readonly clock: DemoClock
  /** Answers the requests of the pages. */
  readonly transport: Transport
  readonly world: () => DemoWorld
  readonly renewWorld: () => void
}

export type StageOptions = {
  readonly config: Vendor
  readonly address: DemoAddress
  readonly receipts: Receipts
  readonly branding?: BrandingReading | null
}

const origin = 'https://demo.invalid/'

function checkAgain(): void {
  for (const name of ['verification', 'disconnection']) void serverState.invalidateQueries({ queryKey: [name] })
}

/**
 * A change shows once STS knows it, and a check that was under way answers for the role before it, so each change is followed by a check
 * at once and one after that. The pace `step` skips time first.
 */
function checkAfterChange(pace: Pace): void {
  setTimeout(checkAgain)
  if (pace !== 'step') setTimeout(checkAgain, pace === 'realistic' ? delayMs + 200 : 1500)
}

/** Failures between the page and its server, for checks of a connection. */
function disturbed(trouble: Trouble, path: string): Response | null {
  if (trouble === 'none' || !path.endsWith('/verify')) return null
  if (trouble === 'network-lost') throw new TypeError('The network is lost')
  return new Response('Bad gateway', { status: 502, headers: { 'content-type': 'text/plain' } })
}

function firstState({ config, address, branding: reading = null }: StageOptions): StageState {
  const branding = reading?.kind === 'branding' ? reading.branding : noBranding
  const { pace, theme, prospect, isPresenter, isTour } = address
  return {
    vendor: demoVendor(config, prospect, branding),
    scenario: demoScenario(address.scenario),
    generation: 0,
    edits: 0,
    pace,
    trouble: 'none',
    progress: 'untouched',
    isPresenterOpen: isPresenter,
    areNotesShown: false,
    isTourOpen: isTour,
    isLoaded: false,
    theme,
    prospect,
    policyEdits: noEdits,
    branding,
    refusedBranding: reading === null || reading.kind === 'branding' ? null : reading,
  }
}

export function createDemoStage(options: StageOptions): DemoStage {
  const { config, address, receipts } = options
  const store = createStore(firstState(options))
  const { state } = store
  const change = (changed: Partial<StageState>) => store.replace({ ...state(), ...changed })
  const clock = demoClock(Date.now, address.pace)

  function onChange(body: string): void {
    change({ progress: 'changed' })
    void subjectOf(state().vendor).then((subject) => {
      change({ policyEdits: editsAfter(state().policyEdits, body, subject?.connection.externalId ?? null) })
    })
    checkAfterChange(clock.pace())
  }

  const newWorld = () => {
    const { vendor, scenario } = state()
    clock.restart()
    return createDemoWorld({ vendor, clock, receipts, seed: `${address.seed} ${scenario.id}`, onChange })
  }
  let world = newWorld()

  /** At the pace `instant` a good result is confirmed immediately. */
  async function confirmAtOnce(path: string, response: Response): Promise<void> {
    if (clock.pace() !== 'instant' || !path.endsWith('/verify') || !response.ok) return
    const verdict = Verdict.safeParse(await response.json())
    if (verdict.data?.diagnosis !== 'confirming-fix') return
    clock.pass(verdict.data.nextCheckInMs)
    setTimeout(checkAgain)
  }

  const transport: Transport = async (path, init) => {
    const { generation, trouble } = state()
    const response = disturbed(trouble, path) ?? (await world.fetch(new Request(new URL(path, origin), init)))
    // The response is from a world that was reset, so it must not reach the new one.
    if (generation !== state().generation) throw new Error('The demo was reset')
    void confirmAtOnce(path, response.clone())
    return response
  }

  const renewWorld = () => {
    change({ generation: state().generation + 1, progress: 'untouched', policyEdits: noEdits })
    world = newWorld()
  }
  return { state, subscribe: store.subscribe, change, config, address, clock, transport, world: () => world, renewWorld }
}

/** The connection on the current screen. Null on the first screen. */
export async function subjectOf(vendor: Vendor): Promise<Subject | null> {
  const route = readRoute(window.location.hash)
  if (!('connectionId' in route)) return null
  const path = `api/connections/${encodeURIComponent(route.connectionId)}`
  const answer = await requestInSession({ method: 'GET', path, schema: Connection })
  return answer.kind === 'answer' ? { connection: answer.value, vendor } : null
}
