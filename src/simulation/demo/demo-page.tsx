import { useState, useSyncExternalStore } from 'react'
import { useHash } from '#ui/browser/use-hash.ts'
import { Ribbon } from '#ui/controls/page-parts.tsx'
import { ServerState } from '#wizard/api/server-state.tsx'
import { readRoute } from '#wizard/app/routes.ts'
import { SimulatedAwsPlace } from '#wizard/role/simulated-aws-place.ts'
import { Wizard } from '#wizard/shell/wizard.tsx'
import { AwsPanel } from './aws-panel.tsx'
import { panelHash, readPanel } from './demo-address.ts'
import './demo.css'
import { localized } from '#i18n/language.ts'
import { Button } from '#ui/controls/button.tsx'
import type { DemoStage } from './demo-layout.ts'
import { demoMessages } from './demo-messages.ts'
import { PresenterBar } from './presenter-bar.tsx'

/** The unchanged wizard, with simulated AWS next to it. */
export function DemoPage({ stage }: { stage: DemoStage }) {
  const words = localized(demoMessages)
  const { generation, isPresenterOpen, isTourOpen } = useSyncExternalStore(stage.subscribe, stage.state)
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
      {(isTourOpen || isPresenterOpen) && (
        <div className="demo-foot">
          {isTourOpen && <Tour onEnd={() => stage.change({ isTourOpen: false })} />}
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

type TourProps = { readonly onEnd: () => void }

/** The tour blocks nothing and waits for nothing, so that viewers can also go their own way. */
function Tour({ onEnd }: TourProps) {
  const words = localized(demoMessages).tour
  const [index, setIndex] = useState(0)
  const stop = words.stops[index]
  if (stop === undefined) return null
  const isLast = index === words.stops.length - 1
  return (
    <aside className="demo-tour" aria-label={words.label}>
      <div role="status" className="stack">
        <h2 key={stop.title}>{stop.title}</h2>
        <p key={stop.text}>{stop.text}</p>
      </div>
      <div className="row">
        <Button variant="primary" onClick={isLast ? onEnd : () => setIndex(index + 1)}>
          {isLast ? words.done : words.next}
        </Button>
        {!isLast && (
          <Button variant="quiet" onClick={onEnd}>
            {words.skip}
          </Button>
        )}
        <span className="hint">{words.place(index + 1, words.stops.length)}</span>
      </div>
    </aside>
  )
}
