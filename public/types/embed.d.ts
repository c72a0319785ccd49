/** The element `<rolebridge-wizard>`, which embed.js and embed-module.js define. */

export type Step =
  | 'account'
  | 'role'
  | 'connected'
  | 'review'
  | 'receipt'
  | 'handoff'
  | 'handoff-draft'
  | 'handoff-link'
  | 'permissions'
  | 'shared-review'
  | 'explained'
  | 'hosting'
  | 'account-list'
  | 'accounts'
  | 'artifact'

/** The attributes. */
export interface WizardAttributes {
  src?: string
  'launch-token'?: string
  theme?: 'light' | 'dark' | 'auto'
  view?: string
  'account-id'?: string
  region?: string
  locale?: string
  review?: string
  connection?: string
  receipt?: boolean | ''
  height?: number | string
}

export type LaunchToken = string | null | (() => string | null | Promise<string | null>)

export interface WizardState {
  readonly status: 'loading' | 'ready' | 'failed'
  readonly step: Step | null
  readonly connectionId: string | null
  readonly verified: boolean
  readonly error: string | null
}

export interface StepDetail {
  readonly step: Step
  readonly connectionId?: string
}

export interface VerifiedDetail {
  readonly connectionId: string
  readonly simulated: boolean
  readonly receipt?: string
}

export interface CodeDetail {
  readonly code: string
}

/** Each event is also dispatched with a colon, such as `rolebridge:verified`. */
export interface WizardEvents {
  'rolebridge-ready': CustomEvent<Record<string, never>>
  'rolebridge-step': CustomEvent<StepDetail>
  'rolebridge-verified': CustomEvent<VerifiedDetail>
  'rolebridge-expired': CustomEvent<CodeDetail>
  'rolebridge-error': CustomEvent<CodeDetail>
}

export interface RolebridgeWizardElement extends HTMLElement {
  launchToken: LaunchToken
  readonly state: WizardState
  reset(): void
}

/** `onrolebridge-verified` and so on, as React 19 and Svelte 5 listen to custom events. */
export type WizardHandlers = { [Name in keyof WizardEvents as `on${Name}`]?: (event: WizardEvents[Name]) => void }

declare global {
  interface HTMLElementTagNameMap {
    'rolebridge-wizard': RolebridgeWizardElement
  }

  interface GlobalEventHandlersEventMap extends WizardEvents {
    'rolebridge:ready': WizardEvents['rolebridge-ready']
    'rolebridge:step': WizardEvents['rolebridge-step']
    'rolebridge:verified': WizardEvents['rolebridge-verified']
    'rolebridge:expired': WizardEvents['rolebridge-expired']
    'rolebridge:error': WizardEvents['rolebridge-error']
  }
}
