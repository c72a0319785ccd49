import fc from 'fast-check'
import { anyVendor, hostile, plansOf } from '#core/artifacts/any-plan.test-data.ts'
import type { Rollout, RolloutAccount } from './rollout.ts'

/** One to five accounts of one partition, often with one choice of permissions, under names of every kind. */
export const anyRollout: fc.Arbitrary<Rollout> = anyVendor
  .chain((vendor) =>
    fc.record({
      plans: fc.uniqueArray(plansOf(vendor), { minLength: 1, maxLength: 5, selector: ({ accountId }) => accountId }),
      names: fc.array(fc.option(hostile), { minLength: 5, maxLength: 5 }),
    }),
  )
  .map(({ plans, names }) => {
    const [first, ...others] = plans.map((plan, index): RolloutAccount => ({ plan, name: names[index] ?? null }))
    if (first === undefined) throw new Error('No plan')
    const { partition, vendor } = first.plan
    const accounts: Rollout['accounts'] = [first, ...others.filter(({ plan }) => plan.partition === partition)]
    return { vendor, partition, accounts, managementAccountId: null }
  })
