import type { ServedVendor } from '#core/connection/served-vendor.ts'
import type { Untested as UntestedItem } from '#core/verify/verdict.ts'
import { localized, vendorText } from '#i18n/language.ts'
import { verificationMessages } from './verification-messages.ts'

type Vendor = Pick<ServedVendor, 'name' | 'permissionSets'>

function sentence(item: UntestedItem, { name, permissionSets }: Vendor): string {
  const words = localized(verificationMessages).untested
  switch (item.kind) {
    case 'permission-set': {
      const set = permissionSets.find(({ id }) => id === item.permissionSet)
      return words['permission-set'](set === undefined ? item.permissionSet : vendorText(set.title))
    }
    case 'principal-arn':
      return words['principal-arn'](name)
    default:
      return words[item.kind]
  }
}

type UntestedProps = {
  /** Absent from verdicts and receipts of earlier versions. */
  readonly items: readonly UntestedItem[] | undefined
  readonly vendor: Vendor
}

/** Shown wherever a role is called verified: what no call has tried. */
export function Untested({ items, vendor }: UntestedProps) {
  const words = localized(verificationMessages).untested
  if (items?.length === 0) return null
  const sentences = items?.map((item) => sentence(item, vendor)) ?? [words.unrecorded]
  return (
    <section className="untested" aria-label={words.title}>
      <p key={words.title}>
        <b>{words.title}</b>
      </p>
      <ul>
        {sentences.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </section>
  )
}
