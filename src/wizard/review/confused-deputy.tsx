import type { Vendor } from '#core/connection/vendor.ts'
import { localized } from '#i18n/language.ts'
import { reviewMessages } from './review-messages.ts'

/** Why the external ID is there. */
export function ConfusedDeputy({ vendor }: { vendor: Vendor }) {
  const words = localized(reviewMessages).deputy
  return (
    <p>
      {words.text(vendor.name).join(' ')}{' '}
      <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html" target="_blank" rel="noopener">
        {words.source}
      </a>
    </p>
  )
}
