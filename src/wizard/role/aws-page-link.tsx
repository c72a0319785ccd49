import { createContext, type ReactNode, use } from 'react'
import { type SimulatedConsoleAddress, simulatedConsoleHash } from '#core/artifacts/simulated-console-address.ts'
import type { RolePlan } from '#core/connection/role-plan.ts'
import { ButtonLink } from '#ui/controls/action-buttons.tsx'
import type { ButtonVariant } from '#ui/controls/button.tsx'

/** Opens the simulated AWS console. */
export type SimulatedAwsPlace = {
  readonly kind: 'new-tab' | 'beside'
  readonly href: (address: SimulatedConsoleAddress) => string
}

/** A new tab, as the AWS console does, unless what surrounds the wizard has a place for it. */
export const SimulatedAwsPlace = createContext<SimulatedAwsPlace>({ kind: 'new-tab', href: simulatedConsoleHash })

type AwsPageLinkProps = {
  readonly plan: RolePlan
  /** A page of the real console. While AWS is simulated, the simulated console opens the same page. */
  readonly url: string
  readonly isSimulated: boolean
  readonly variant?: ButtonVariant
  readonly className?: string
  readonly onClick?: () => void
  readonly children: ReactNode
}

/** A real link that is ready before it is pressed, so that no browser takes it for a pop-up. */
export function AwsPageLink({ plan, url, isSimulated, children, ...rest }: AwsPageLinkProps) {
  const place = use(SimulatedAwsPlace)
  const isBeside = isSimulated && place.kind === 'beside'
  return (
    <ButtonLink {...rest} href={isSimulated ? place.href({ accountId: plan.accountId, link: url }) : url} isExternal={!isBeside}>
      {children}
    </ButtonLink>
  )
}
