import { type DetailedHTMLProps, type HTMLAttributes, StrictMode, useState } from 'react'
import { createRoot } from 'react-dom/client'

type WizardAttributes = DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement> & {
  src?: string
  'launch-token'?: string
  theme?: 'light' | 'dark' | 'auto'
  view?: string
  'account-id'?: string
}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'rolebridge-wizard': WizardAttributes
    }
  }
}

type ConnectAwsProps = { readonly launchToken?: string; readonly onVerified: (connectionId: string) => void }

function ConnectAws({ launchToken, onVerified }: ConnectAwsProps) {
  function listen(element: HTMLElement) {
    const hear = (event: Event) => {
      if (event instanceof CustomEvent) onVerified(String(event.detail.connectionId))
    }
    element.addEventListener('rolebridge:verified', hear)
    return () => element.removeEventListener('rolebridge:verified', hear)
  }
  return <rolebridge-wizard ref={listen} {...(launchToken === undefined ? {} : { 'launch-token': launchToken })} />
}

function Settings() {
  const [connectionId, setConnectionId] = useState<string | null>(null)
  const [isOpen, setIsOpen] = useState(true)
  return (
    <>
      <h1>Settings</h1>
      <p role="status">{connectionId === null ? 'Your AWS account is not connected.' : `Connected: ${connectionId}`}</p>
      <button type="button" onClick={() => setIsOpen(!isOpen)}>
        {isOpen ? 'Close' : 'Connect'}
      </button>
      {isOpen && <ConnectAws onVerified={setConnectionId} />}
    </>
  )
}

const root = document.getElementById('root')
if (root !== null)
  createRoot(root).render(
    <StrictMode>
      <Settings />
    </StrictMode>,
  )
