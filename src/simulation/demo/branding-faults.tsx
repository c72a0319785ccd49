import { localized } from '#i18n/language.ts'
import { Button } from '#ui/controls/button.tsx'
import type { BrandingReading } from './branding.ts'
import type { DemoStage } from './demo-layout.ts'
import { demoMessages } from './demo-messages.ts'

type BrandingFaultsProps = { readonly stage: DemoStage; readonly refused: Exclude<BrandingReading, { kind: 'branding' }> }

/** Faults of a dropped file. The demo keeps the branding that it had. */
export function BrandingFaults({ stage, refused }: BrandingFaultsProps) {
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
