import { readAccountId } from '#core/aws/read-account-id.ts'
import { connectionTerms } from '#core/connection/connection.ts'
import { exampleValue } from '#core/connection/parameter-value.ts'
import { offeredSets } from '#core/connection/permission-set.ts'
import { type RolePlan, rolePlan } from '#core/connection/role-plan.ts'
import type { ServedVendor, Vendor } from '#core/connection/vendor.ts'
import { offeredRegions } from '#core/connection/vendor-fields.ts'
import { localized, vendorText } from '#i18n/language.ts'
import { DocumentTitle } from '#ui/controls/page-parts.tsx'
import { reviewMessages } from '#wizard/review/review-messages.ts'
import { ReviewSections } from '#wizard/review/review-screen.tsx'
import { artifactViewMessages } from './artifact-view-messages.ts'
import type { KnownOfReader } from './placeholder-plan.ts'

const exampleAccount = '444455556666'
const exampleExternalId = 'k7Qm2vK9dRt4XwB8nZc5Hs2P'

/** The review with every permission set and an example account. Null without a Region. */
export function examplePlan(vendor: Vendor, { accountId, region }: KnownOfReader): RolePlan | null {
  const offered = offeredRegions(vendor).map((each) => each.region)
  const reading = readAccountId(accountId ?? '')
  const chosenRegion = offered.find((each) => each === region) ?? offered[0]
  if (chosenRegion === undefined) return null
  const permissions = offeredSets(vendor.permissionSets, chosenRegion).map(({ id, parameters }) => [
    id,
    Object.fromEntries(
      parameters.map((parameter) => {
        const example = exampleValue(parameter, chosenRegion)
        return [parameter.id, parameter.many ? [example] : example]
      }),
    ),
  ])
  const terms = connectionTerms(vendor, { externalId: 'any' }).safeParse({
    accountId: reading.kind === 'account' ? reading.accountId : exampleAccount,
    region: chosenRegion,
    externalId: exampleExternalId,
    permissions: Object.fromEntries(permissions),
  })
  return terms.success ? rolePlan(terms.data, vendor) : null
}

type ExampleReviewProps = { readonly vendor: ServedVendor; readonly known: KnownOfReader }

/** The page for a security review before anybody has an account connected, for a page of documentation. */
export function ExampleReview({ vendor, known }: ExampleReviewProps) {
  const words = localized(artifactViewMessages)
  const plan = examplePlan(vendor, known)
  if (plan === null) return null
  const title = words.reviewTitle(vendor.name)
  return (
    <div className="stack single-column review-screen">
      <DocumentTitle text={title} />
      <h1>{title}</h1>
      <p className="lead">{localized(reviewMessages).lead(vendor.name, vendorText(vendor.purpose))}</p>
      <p className="hint">{words.example(plan.accountId)}</p>
      <ReviewSections vendor={vendor} plan={plan} results={null} />
    </div>
  )
}
