import './demo.css'
import { useSyncExternalStore } from 'react'
import { localized } from '#i18n/language.ts'
import { useHash } from '#ui/browser/use-hash.ts'
import { Button } from '#ui/controls/button.tsx'
import { Ribbon } from '#ui/controls/page-parts.tsx'
import { ServerState } from '#wizard/api/server-state.tsx'
import { readRoute } from '#wizard/app/routes.ts'
import { SimulatedAwsPlace } from '#wizard/role/aws-page-link.tsx'
import { Wizard } from '#wizard/shell/wizard.tsx'
import { AwsPanel } from './aws-panel.tsx'
import type { BrandingReading } from './branding.ts'
import { panelHash, readPanel } from './demo-address.ts'
import type { DemoStage } from './demo-layout.ts'
import { demoMessages } from './demo-messages.ts'
import { PresenterBar } from './presenter-bar.tsx'
import { Tour } from './tour.tsx'

/** The unchanged wizard, with simulated AWS next to it. */
export function DemoPage({ stage }: { stage: DemoStage }) {
  const words = localized(demoMessages)
  const { generation, isPresenterOpen, isTourOpen, refusedBranding } = useSyncExternalStore(stage.subscribe, stage.state)
  const hash = useHash()
  const beside = readPanel(hash)
  const place = { kind: 'beside', href: (address: Parameters<typeof panelHash>[1]) => panelHash(readRoute(hash), address) } as const
  return (
    <div className={isPresenterOpen ? 'demo with-bar' : 'demo'}>
      <Ribbon label={words.markLabel}>
        <p role="status">{words.mark}</p>
      </Ribbon>
      <div className={beside === null ? 'demo-stage' : 'demo-stage with-panel'}>
        <div className="demo-wizard">
          <SimulatedAwsPlace value={place}>
            <Wizard key={generation} />
          </SimulatedAwsPlace>
        </div>
        {beside !== null && (
          <ServerState>
            <AwsPanel key={generation} address={beside} route={readRoute(hash)} stage={stage} />
          </ServerState>
        )}
      </div>
      {(isTourOpen || isPresenterOpen || refusedBranding !== null) && (
        <div className="demo-foot">
          {refusedBranding !== null && <BrandingFaults stage={stage} refused={refusedBranding} />}
          {isTourOpen && <Tour stage={stage} />}
          {isPresenterOpen && (
            <ServerState>
              <PresenterBar stage={stage} hash={hash} />
            </ServerState>
          )}
        </div>
      )}
    </div>
  )
}

type BrandingFaultsProps = { readonly stage: DemoStage; readonly refused: Exclude<BrandingReading, { kind: 'branding' }> }

/** Faults of a dropped file. The demo keeps the branding that it had. */
function BrandingFaults({ stage, refused }: BrandingFaultsProps) {
  const words = localized(demoMessages).branding
  return (
    <aside className="demo-tour" aria-label={words.refused}>
      <div role="alert" className="stack">
        <h2>{words.refused}</h2>
        {refused.kind === 'faults' ? (
          <ul>
            {refused.faults.slice(0, 8).map((fault) => (
              <li key={fault} lang="en">
                {fault}
              </li>
            ))}
          </ul>
        ) : (
          <p>{words.reasons[refused.kind]}</p>
        )}
      </div>
      <div className="row">
        <Button onClick={() => stage.change({ refusedBranding: null })}>{words.close}</Button>
      </div>
    </aside>
  )
}
