import type { DefineComponent } from 'vue'
import type { LaunchToken, WizardAttributes, WizardEvents } from './embed'

type Listeners = {
  [Name in keyof WizardEvents as Name extends `rolebridge-${infer Event}` ? `onRolebridge${Capitalize<Event>}` : never]?: (
    event: WizardEvents[Name],
  ) => void
}

declare module 'vue' {
  interface GlobalComponents {
    'rolebridge-wizard': DefineComponent<WizardAttributes & Listeners & { launchToken?: LaunchToken }>
  }
}
