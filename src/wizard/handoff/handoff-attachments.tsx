import type { HandoffDraft } from '#core/connection/handoff.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { askedBeyond } from './handoff-mail.ts'

type CameAlongProps = { readonly vendor: Vendor; readonly draft: HandoffDraft; readonly title: string; readonly hint?: string }

/** What a draft asks for beside the vendor’s proposal; nothing where it asks no more. */
export function CameAlong({ vendor, draft, title, hint }: CameAlongProps) {
  const sentences = askedBeyond(draft, vendor)
  if (sentences.length === 0) return null
  return (
    <section className="came-along" aria-label={title}>
      <p>
        <b>{title}</b>
      </p>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {hint !== undefined && <p>{hint}</p>}
    </section>
  )
}
