import { ConnectionStatus, type VendorOverview } from '#core/verify/vendor-overview.ts'
import { formatNumber, localized } from '#i18n/language.ts'
import { Time } from '#wizard/verification/time.tsx'
import { supportMessages } from './support-messages.ts'

type GaugesProps = {
  readonly overview: VendorOverview
  readonly status: ConnectionStatus | 'failing' | null
  readonly onStatus: (status: ConnectionStatus) => void
}

/** Each number narrows the list to its status. */
export function Gauges({ overview: { statuses, campaign, countedAt }, status, onStatus }: GaugesProps) {
  const words = localized(supportMessages)
  return (
    <section className="stack support-gauges" aria-label={words.gauges}>
      <ul>
        {ConnectionStatus.options.map((each) => (
          <li key={each}>
            <button type="button" className={`support-gauge ${each}`} aria-pressed={status === each} onClick={() => onStatus(each)}>
              <b>{formatNumber(statuses[each] ?? 0, 0)}</b> <span>{words.statuses[each]}</span>
            </button>
          </li>
        ))}
      </ul>
      {campaign.total > 0 && <Campaign campaign={campaign} />}
      <p className="hint">
        {words.countedAt} <Time at={countedAt} />
      </p>
    </section>
  )
}

/** The numbers are text, and the bar shows the same. */
function Campaign({ campaign: { total, pending, chosen, updated } }: { readonly campaign: VendorOverview['campaign'] }) {
  const words = localized(supportMessages).campaign
  return (
    <div className="support-campaign">
      <h2>{words.title}</h2>
      <p>{words.text}</p>
      <progress max={total} value={updated} aria-label={words.title} />
      <p>
        <b>{words.progress(updated, total)}</b> · {words.pending(pending)} · {words.chosen(chosen)}
      </p>
    </div>
  )
}
