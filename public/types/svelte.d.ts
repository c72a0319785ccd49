import type { LaunchToken, WizardAttributes, WizardHandlers } from './embed'

declare global {
  namespace svelteHTML {
    interface IntrinsicElements {
      'rolebridge-wizard': WizardAttributes & WizardHandlers & { launchToken?: LaunchToken; class?: string; style?: string }
    }
  }
}
