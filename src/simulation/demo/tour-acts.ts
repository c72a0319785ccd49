import { readRoute } from '#wizard/app/routes.ts'
import type { DemoStep } from './demo-address.ts'
import type { DemoStage } from './demo-layout.ts'
import { exampleForm, openAt } from './demo-navigation.ts'
import { mistakes } from './demo-scenarios.ts'
import { breakIt, restore } from './presenter-actions.ts'

/** `otherwise` does what the control would do, if it isn't on the page. */
type TourAct =
  | { readonly kind: 'fill'; readonly target: string; readonly text: string }
  | { readonly kind: 'click'; readonly target: string; readonly otherwise?: () => Promise<unknown> }
  | { readonly kind: 'check'; readonly target: string }
  | { readonly kind: 'see'; readonly target: string }

type TourStop = { readonly step: DemoStep; readonly acts: readonly TourAct[] }

function typedActs(stage: DemoStage): readonly TourAct[] {
  const { accountId, parameters } = exampleForm(stage)
  const values = Object.entries(parameters).flatMap(([set, of]) =>
    Object.entries(of).map(([id, text]) => [`parameters.${set}.${id}`, text]),
  )
  return [['accountId', accountId], ...values].flatMap(([name = '', text = '']) =>
    text === '' ? [] : [{ kind: 'fill', target: `[name="${CSS.escape(name)}"]`, text } as const],
  )
}

/** One for each stop of the catalog, in its order. */
const tourStops = (stage: DemoStage): readonly TourStop[] => [
  { step: 'account', acts: typedActs(stage) },
  {
    step: 'account',
    acts: [
      { kind: 'click', target: '.demo-wizard .card > .disclosure:not([open]) > summary' },
      { kind: 'click', target: '#continue' },
    ],
  },
  {
    step: 'role',
    acts: [
      { kind: 'click', target: '.demo-wizard a.launch-button' },
      { kind: 'check', target: '.demo-panel .stack-form [name="acknowledged"]' },
      { kind: 'click', target: '.demo-panel .stack-form [type="submit"]' },
    ],
  },
  { step: 'created', acts: [{ kind: 'see', target: '.demo-wizard .connected-result h1' }] },
  {
    step: 'created',
    acts: [{ kind: 'click', target: '.demo-panel [data-tour="break"]', otherwise: () => breakIt(stage, mistakes[0]?.id ?? '') }],
  },
  { step: 'created', acts: [{ kind: 'click', target: '.demo-panel [data-tour="restore"]', otherwise: () => restore(stage) }] },
]

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** Long enough for the checks of a new role. */
const patienceMs = { see: 60_000, click: 5000, check: 10_000, fill: 3000 } as const

async function found({ kind, target }: TourAct, signal: AbortSignal, patience: number = patienceMs[kind]): Promise<HTMLElement | null> {
  for (let waited = 0; waited < patience && !signal.aborted; waited += 100) {
    const element = document.querySelector<HTMLElement>(target)
    if (element?.checkVisibility()) return element
    await pause(100)
  }
  return null
}

/** The viewer sees what is about to happen, and where. */
async function point(element: HTMLElement): Promise<void> {
  const behavior = window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth'
  element.scrollIntoView({ block: 'center', behavior })
  element.dataset['pointed'] = ''
  await pause(900)
}

/** Each character is an event of its own, as when someone types. */
async function type(field: HTMLElement, text: string): Promise<void> {
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) || field.value === text) return
  field.focus()
  for (const [index, character] of [...text].entries()) {
    if (index === 0) field.setRangeText(character, 0, field.value.length, 'end')
    else field.setRangeText(character, field.value.length, field.value.length, 'end')
    field.dispatchEvent(new InputEvent('input', { bubbles: true, data: character, inputType: 'insertText' }))
    await pause(45)
  }
}

async function touch(act: TourAct, element: HTMLElement): Promise<void> {
  if (act.kind === 'fill') await type(element, act.text)
  if (act.kind === 'click' || (act.kind === 'check' && !element.matches(':checked'))) element.click()
}

async function perform(act: TourAct, signal: AbortSignal): Promise<void> {
  const otherwise = act.kind === 'click' ? act.otherwise : undefined
  const element = await found(act, signal, otherwise === undefined ? undefined : 300)
  if (signal.aborted) return
  if (element === null) return void (await otherwise?.())
  await point(element)
  if (!signal.aborted) await touch(act, element)
  await pause(300)
  delete element.dataset['pointed']
}

/** Someone who went elsewhere is brought to the step first. */
async function reach(stage: DemoStage, { step, acts: [first] }: TourStop, signal: AbortSignal): Promise<void> {
  const isOnFirstScreen = readRoute(window.location.hash).kind === 'account'
  if (first === undefined || isOnFirstScreen === (step === 'account')) return
  if ((await found(first, signal, 300)) === null && !signal.aborted) await openAt(stage, step)
}

/** Does on the page what the stop is about. */
export async function actOut(stage: DemoStage, index: number, signal: AbortSignal): Promise<void> {
  const stop = tourStops(stage)[index]
  if (stop === undefined) return
  await reach(stage, stop, signal)
  for (const act of stop.acts) if (!signal.aborted) await perform(act, signal)
}
