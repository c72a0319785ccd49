import type { ReactNode } from 'react'
import type { ServedVendor } from '#core/connection/vendor.ts'
import { localized } from '#i18n/language.ts'
import { useTenantName } from './admission.ts'
import { announceHeading } from './host-page.ts'
import { shellMessages } from './shell-messages.ts'

/** The screen that the page showed last: a screen that follows another one takes the focus, the first one leaves it alone. */
let lastScreen: string | null = null

function arrive(screen: string, heading: HTMLHeadingElement): void {
  if (lastScreen !== null && lastScreen !== screen) {
    window.scrollTo(0, 0)
    heading.focus({ preventScroll: true })
    announceHeading(heading)
  }
  lastScreen = screen
}

/** `screen` tells one screen from another, also where they are of one kind. */
export function ScreenHeading({ screen, children }: { screen: string; children: ReactNode }) {
  return (
    <h1
      key={screen}
      tabIndex={-1}
      ref={(heading) => {
        if (heading !== null) arrive(screen, heading)
      }}
    >
      {children}
    </h1>
  )
}

/** Whose connection it becomes: the defence of someone who came by a link with another one's token. */
export function ConnectingFor() {
  const name = useTenantName()
  if (name === null) return null
  return (
    <p className="connecting-for">
      {localized(shellMessages).connectingFor} <b translate="no">{name}</b>
    </p>
  )
}

type ScreenIntroductionProps = {
  readonly screen: string
  readonly title: ReactNode
  readonly lead?: ReactNode
  readonly children?: ReactNode
}

export function ScreenIntroduction({ screen, title, lead, children }: ScreenIntroductionProps) {
  return (
    <div className="stack introduction">
      <ScreenHeading screen={screen}>{title}</ScreenHeading>
      {lead !== undefined && <p className="lead">{lead}</p>}
      {children}
    </div>
  )
}

type VendorFrameProps = { readonly vendor: ServedVendor; readonly className?: string; readonly children: ReactNode }

/** A pill, once on each page. */
export function SimulatedMark({ vendor }: { vendor: ServedVendor }) {
  if (!vendor.simulated) return null
  return <span className="pill">{localized(shellMessages).simulated}</span>
}

/** The vendor's accent color. */
export function VendorFrame({ vendor, className = 'shell', children }: VendorFrameProps) {
  return (
    <div className={className} style={vendor.accentProperties}>
      {children}
    </div>
  )
}
