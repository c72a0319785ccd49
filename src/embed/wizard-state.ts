import type { FrameMessage, Step } from './messages.ts'

export type WizardState = {
  readonly status: 'loading' | 'ready' | 'failed'
  readonly step: Step | null
  readonly connectionId: string | null
  /** News like the event, no proof. */
  readonly verified: boolean
  /** The last problem that was told. */
  readonly error: string | null
}

export const stateAtFirst: WizardState = { status: 'loading', step: null, connectionId: null, verified: false, error: null }

/** Messages that become events of the page. `expired` comes from the element. */
export type PageNews = Exclude<FrameMessage, { type: 'resize' | 'reveal' }> | { readonly type: 'expired'; readonly code: string }

export function stateAfter(state: WizardState, news: PageNews): WizardState {
  if (news.type === 'ready') return { ...stateAtFirst, status: 'ready' }
  if (news.type === 'step') {
    const connectionId = news.connectionId ?? null
    return { ...state, step: news.step, connectionId, verified: state.verified && connectionId === state.connectionId }
  }
  if (news.type === 'verified') return { ...state, connectionId: news.connectionId, verified: true }
  return { ...state, error: news.code }
}

/**
 * Bubbles, so that one listener on the document serves every wizard of the page; `target` tells them apart. Templates of some frameworks
 * take no colon in the name of an event, so there is one without.
 */
export function tellPage(element: HTMLElement, { type, ...detail }: PageNews): void {
  for (const mark of [':', '-'])
    element.dispatchEvent(new CustomEvent(`rolebridge${mark}${type}`, { detail, bubbles: true, composed: true }))
}
