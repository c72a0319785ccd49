import type { Vendor } from '#core/connection/vendor.ts'
import { reviewWords } from '#wizard/words/review.ts'

const words = reviewWords.deputy

/** Why the external ID is there. */
export function ConfusedDeputy({ vendor }: { vendor: Vendor }) {
  return (
    <p>
      {words.text(vendor.name).join(' ')}{' '}
      <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html" target="_blank" rel="noopener">
        {words.source}
      </a>
    </p>
  )
}
