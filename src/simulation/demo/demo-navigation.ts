import * as z from 'zod/mini'
import { createStackUrl, quickCreateLink } from '#core/artifacts/quick-create.ts'
import type { ParameterKind } from '#core/aws/parameter-kind.ts'
import { parameterKinds } from '#core/aws/parameter-kinds.ts'
import type { RandomBytes } from '#core/connection/external-id/external-id.ts'
import type { PermissionSetParameter } from '#core/connection/permission-set.ts'
import { rolePlan } from '#core/connection/role-plan.ts'
import { servedConfig } from '#core/connection/served-config.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { parseJson } from '#core/text/strings.ts'
import { defaultPatienceMs } from '#core/verify/verify.ts'
import { seededBytes } from '#simulation/aws/identifiers.ts'
import { navigate } from '#ui/browser/use-hash.ts'
import { accountDraft, keepAccountDraft } from '#wizard/account/account-draft.ts'
import { AccountForm, emptyAccountForm } from '#wizard/account/account-form.ts'
import { readAccountForm } from '#wizard/account/account-rules.ts'
import { askForVerdict, createConnection } from '#wizard/api/connection.ts'
import { serverState } from '#wizard/api/server-state.tsx'
import { takeVendor } from '#wizard/api/vendor.ts'
import { keepListText } from '#wizard/app/account-list-draft.ts'
import { readStored, store } from '#wizard/app/browser-storage.ts'
import { type Route, readRoute, routeHash } from '#wizard/app/routes.ts'
import { rememberLaunch } from '#wizard/verification/launch.ts'
import { type BrandingReading, brandingHash, readBrandingHash } from './branding.ts'
import { type DemoAddress, type DemoStep, demoSearch, panelHash, readDemoAddress } from './demo-address.ts'
import type { DemoStage, StageState } from './demo-layout.ts'
import { type DemoScenario, demoScenario } from './demo-scenarios.ts'
import { demoVendor, type Prospect } from './demo-vendor.ts'
import { leapMs } from './demo-world.ts'
import { restore } from './presenter-actions.ts'
import { applyEdits, launchStack, noEdits, type PolicyEdits, type Subject } from './role-actions.ts'

const formBytes = ({ address }: DemoStage) => seededBytes(`${address.seed} form`)

function emptyForm(stage: DemoStage): void {
  keepAccountDraft(emptyAccountForm(stage.state().vendor, formBytes(stage)))
}

/** Filled in as the scenario needs it. */
export function exampleForm(stage: DemoStage): AccountForm {
  const { vendor, scenario } = stage.state()
  return demoDraft({ vendor, scenario, randomBytes: formBytes(stage) })
}

/** Input of the first screen, for a link. Null if it is what the scenario fills in. */
function typedForm(stage: DemoStage): string | null {
  const text = ({ externalId: _, ...rest }: AccountForm) => JSON.stringify(rest)
  const typed = text(accountDraft(stage.state().vendor))
  return typed === text(exampleForm(stage)) ? null : typed
}

const Typed = z.omit(AccountForm, { externalId: true })
type Typed = z.infer<typeof Typed>

function typedIn({ typed }: DemoAddress): Typed | null {
  return Typed.safeParse(parseJson(typed ?? '')).data ?? null
}

/** Resets the demo from any state, even during a request, and fills in the first screen for the scenario. */
export function startOver(stage: DemoStage): void {
  const { scenario, vendor } = stage.state()
  stage.change({ trouble: scenario.trouble })
  stage.renewWorld()
  void serverState.cancelQueries()
  serverState.clear()
  takeVendor(servedConfig(vendor, { simulated: true, launch: 'optional' }))
  keepAccountDraft(exampleForm(stage))
  keepListText('')
  navigate(routeHash({ kind: 'account' }))
}

export function chooseScenario(stage: DemoStage, id: string): void {
  stage.change({ scenario: demoScenario(id) })
  startOver(stage)
}

export function chooseProspect(stage: DemoStage, prospect: Prospect): void {
  stage.change({ prospect, vendor: demoVendor(stage.config, prospect, stage.state().branding) })
  startOver(stage)
}

/** Kept for a reload, because the fragment of the link then says which screen is shown. */
const brandingKey = 'rolebridge.demo-branding'

export function openedBranding(): BrandingReading | null {
  const linked = readBrandingHash(window.location.hash)
  if (linked?.kind === 'branding') store('session', brandingKey, brandingHash(linked.branding))
  return linked ?? readBrandingHash(readStored('session', brandingKey, z.string()) ?? '')
}

/** A config has its own name, color and permission sets. */
export function brand(stage: DemoStage, reading: BrandingReading): void {
  if (reading.kind !== 'branding') {
    stage.change({ refusedBranding: reading })
    return
  }
  const { branding } = reading
  store('session', brandingKey, brandingHash(branding))
  const { prospect: before, branding: had } = stage.state()
  const prospect = branding.config === had.config ? before : { name: null, accent: null, logo: null, sets: null }
  stage.change({ branding, refusedBranding: null, prospect, vendor: demoVendor(stage.config, prospect, branding) })
  startOver(stage)
}

async function connected(stage: DemoStage): Promise<Subject | null> {
  const { vendor } = stage.state()
  const reading = readAccountForm(accountDraft(vendor), vendor)
  if (reading.kind === 'refused') return null
  const answer = await createConnection(reading.terms)
  return answer.kind === 'answer' ? { connection: answer.value, vendor } : null
}

function showConsole({ connection, vendor }: Subject): void {
  const plan = rolePlan(connection, vendor)
  const link = quickCreateLink(plan)
  const route = { kind: 'role', connectionId: connection.id } as const
  navigate(panelHash(route, { accountId: connection.accountId, link: link.kind === 'link' ? link.url : createStackUrl(plan) }))
}

/** State of a link in addition to its step. */
type OpenedAs = { readonly form?: Typed | null; readonly edits?: PolicyEdits; readonly isReview?: boolean }

/** Long enough for AWS to return its final result, but too short for changes that a scenario makes later. */
const passedMs = ({ behavior }: DemoScenario): number => (behavior.later === undefined ? defaultPatienceMs : leapMs)

/** Opens a step by performing every earlier step. AWS's delays are skipped. */
export async function openAt(stage: DemoStage, step: DemoStep, as: OpenedAs = {}): Promise<void> {
  startOver(stage)
  if (as.form) keepAccountDraft({ ...exampleForm(stage), ...as.form })
  if (step === 'account') return
  const subject = await connected(stage)
  if (subject === null) return
  navigate(routeHash({ kind: 'role', connectionId: subject.connection.id }))
  if (step === 'role') return
  // The wait is counted from the launch, as for a customer.
  rememberLaunch(subject.connection.id, 'opened')
  await askForVerdict(subject.connection.id, { now: true, launched: true })
  // The console opens first, because it shows the error if AWS rejects the stack.
  showConsole(subject)
  await launchStack(subject)
  if (as.edits !== undefined && as.edits !== noEdits) await applyEdits(subject, as.edits)
  stage.clock.pass(passedMs(stage.state().scenario))
  if (step === 'restored') await restore(stage, subject)
  else void serverState.invalidateQueries()
  if (as.isReview) navigate(routeHash({ kind: 'review', connectionId: subject.connection.id }))
}

export async function openAsLinked(stage: DemoStage): Promise<void> {
  const { address } = stage
  const { trust, permissions } = address.edits
  const edits = trust === null && permissions === null ? noEdits : address.edits
  // A later step needs an account, so it implies the scenario in which everything works.
  if (address.scenario === null && address.typed === null && address.step === 'account') emptyForm(stage)
  else await openAt(stage, address.step, { form: typedIn(address), edits, isReview: address.isReview })
}

/** Values in the demo, where they are others than the examples of their kind. */
const demoValues: Partial<Readonly<Record<ParameterKind, string>>> = {
  'sqs-queue': 'acme-jobs',
  'dynamodb-table': 'acme-orders',
  'sns-topic': 'acme-events',
  secret: 'acme/database',
  'log-group': '/acme/images',
}

const demoValue = ({ kind, example }: PermissionSetParameter): string => example ?? demoValues[kind] ?? parameterKinds[kind].example

type DraftOptions = { readonly vendor: Vendor; readonly scenario: DemoScenario; readonly randomBytes: RandomBytes }

/** Fills in only what the vendor requires. */
function demoDraft({ vendor, scenario, randomBytes }: DraftOptions): AccountForm {
  const empty = emptyAccountForm(vendor, randomBytes)
  const parameters = vendor.permissionSets.map((set) => [
    set.id,
    Object.fromEntries(set.parameters.map((parameter) => [parameter.id, set.required ? demoValue(parameter) : ''])),
  ])
  return { ...empty, accountId: scenario.accountId, parameters: Object.fromEntries(parameters) }
}

const stepsOfProgress = { untouched: 'role', changed: 'created', restored: 'restored' } as const satisfies Record<
  StageState['progress'],
  DemoStep
>

/** The step on the page, as far as it can be opened again. */
export const stepOf = ({ progress }: StageState, { kind }: Route): DemoStep => (kind === 'account' ? 'account' : stepsOfProgress[progress])

/** A link that repeats the steps to this state. It contains no session and no external ID. */
export function demoLink(stage: DemoStage, hash: string): string {
  const { scenario, progress, pace, theme, prospect, policyEdits, branding } = stage.state()
  const route = readRoute(hash)
  const { kind } = route
  const search = demoSearch({
    ...{ pace, theme, prospect },
    scenario: scenario.id,
    step: stepOf(stage.state(), route),
    // The language can be changed on the page, which updates the URL.
    locale: readDemoAddress(window.location.search).locale,
    typed: typedForm(stage),
    edits: progress === 'changed' && kind !== 'account' ? policyEdits : noEdits,
    isReview: kind === 'review',
    seed: stage.address.seed,
    isPresenter: false,
    isTour: false,
  })
  return new URL(`${search}${brandingHash(branding)}`, window.location.href.split(/[?#]/)[0]).href
}
