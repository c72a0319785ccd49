import { type ComponentProps, lazy } from 'react'
import type { ServedVendor } from '#core/connection/vendor.ts'
import { withMessages } from '#i18n/language.ts'
import type { ConnectionRoute, SecondaryRoute } from '#wizard/app/routes.ts'

const ExplainedScreen = lazy(async () => ({
  default: (await withMessages(import('#wizard/explained/explained-screen.tsx'))).ExplainedScreen,
}))

const HostingScreen = lazy(async () => ({ default: (await withMessages(import('#wizard/hosting/hosting-screen.tsx'))).HostingScreen }))

const SupportScreen = lazy(async () => ({ default: (await withMessages(import('#wizard/support/support-screen.tsx'))).SupportScreen }))

const ReceiptScreen = lazy(async () => ({ default: (await withMessages(import('#wizard/receipt/receipt-screen.tsx'))).ReceiptScreen }))

const ManyStep = lazy(async () => ({ default: (await withMessages(import('#wizard/many/many-step.tsx'))).ManyStep }))

const DraftScreen = lazy(async () => ({ default: (await withMessages(import('#wizard/handoff/draft-screen.tsx'))).DraftScreen }))

const HandoffEntry = lazy(async () => ({ default: (await withMessages(import('#wizard/handoff/handoff-entry.tsx'))).HandoffEntry }))

const SharedReviewScreen = lazy(async () => ({
  default: (await withMessages(import('#wizard/review/shared-review-screen.tsx'))).SharedReviewScreen,
}))

const LazyGateScreen = lazy(async () => ({ default: (await withMessages(import('#wizard/launch/gate-screen.tsx'))).GateScreen }))

/** Replaces a screen that needs a session, or that a viewer cannot use. */
export function GateScreen(props: ComponentProps<typeof LazyGateScreen>) {
  return <LazyGateScreen {...props} />
}

const LazyGuestAccount = lazy(async () => ({ default: (await withMessages(import('#wizard/handoff/guest-account.tsx'))).GuestAccount }))

/** The first step of who came by a link. */
export function GuestAccount(props: ComponentProps<typeof LazyGuestAccount>) {
  return <LazyGuestAccount {...props} />
}

/** Screens outside the three steps, loaded on demand. */
export function SecondaryScreen({ vendor, route }: { vendor: ServedVendor; route: Exclude<SecondaryRoute, ConnectionRoute> }) {
  if (route.kind === 'receipt') return <ReceiptScreen vendor={vendor} />
  if (route.kind === 'support') return <SupportScreen vendor={vendor} />
  if (route.kind === 'hosting') return <HostingScreen vendor={vendor} />
  if (route.kind === 'handoff-draft') return <DraftScreen vendor={vendor} />
  if (route.kind === 'handoff-link') return <HandoffEntry key={route.token} vendor={vendor} token={route.token} />
  if (route.kind === 'shared-review') return <SharedReviewScreen vendor={vendor} text={route.text} />
  if (route.kind === 'explained') return <ExplainedScreen vendor={vendor} code={route.code} />
  return <ManyStep vendor={vendor} route={route} />
}
