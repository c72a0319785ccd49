import type { DetailedHTMLProps, HTMLAttributes } from 'react'
import type { LaunchToken, RolebridgeWizardElement, WizardAttributes, WizardHandlers } from './embed'

type WizardProps = DetailedHTMLProps<HTMLAttributes<RolebridgeWizardElement>, RolebridgeWizardElement> &
  WizardAttributes &
  WizardHandlers & { launchToken?: LaunchToken }

/** For React 19, which passes properties and listens to events of custom elements. */
declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'rolebridge-wizard': WizardProps
    }
  }
}
