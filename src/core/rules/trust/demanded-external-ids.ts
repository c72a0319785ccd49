import type { PlacedText } from '#core/policy/policy-view.ts'
import type { TrustStatement, TrustSubject } from '#core/rules/trust-subject.ts'
import { conditionsOn, externalIdKey } from './conditions.ts'

export type DemandedExternalId = PlacedText & { readonly statement: TrustStatement; readonly comparison: string }

/** The external IDs with which a call gets in: what an Allow compares for equality. */
export function demandedExternalIds({ statements }: TrustSubject): readonly DemandedExternalId[] {
  return statements
    .filter(({ admits }) => admits)
    .flatMap((statement) =>
      conditionsOn(statement, externalIdKey)
        .filter(({ isNegated, comparison }) => comparison.startsWith('String') && !isNegated)
        .flatMap(({ comparison, values }) => values.map((value) => ({ ...value, statement, comparison }))),
    )
}
