import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seed } from '#core/connection/arbitraries.test-data.ts'
import { runs } from '#tools/thorough.ts'
import { type Evaluation, evaluateTrustPolicy } from './evaluate.ts'
import { externalId, roleArn, stranger, vendor } from './identities.test-data.ts'
import { statedContexts, trustPolicies } from './policies.test-data.ts'
import type { KeyValues } from './request-context.ts'
import { anyText } from './text-set.ts'
import { evaluateCallSet } from './unknown-calls.ts'

const decisionOf = (answer: Evaluation): string => answer.replace(/^(explicitly|implicitly)-/, '')

const names = { role: ['App', 'Other', 'service/App'], user: ['deploy', 'tools/deploy', 'App'] }

const callersOf = (account: string, kind: 'role' | 'user') =>
  names[kind].map((name) => {
    const arn = `arn:aws:iam::${account}:${kind}/${name}`
    return { arn, callerArn: kind === 'user' ? arn : `arn:aws:sts::${account}:assumed-role/${name.split('/').at(-1)}/i-0abc` }
  })

/** Sets, and the accounts and external IDs of some calls in each. */
const accounts = [
  { accountId: vendor, members: [vendor] },
  { accountId: stranger, members: [stranger] },
  { accountId: null, members: ['123412341234', '111199990000'] },
]
const ids: readonly { readonly values: readonly KeyValues[]; readonly members: readonly (string | undefined)[] }[] = [
  { values: [[]], members: [undefined] },
  { values: [[externalId]], members: [externalId] },
  {
    values: [[], [{ form: anyText, but: new Set([externalId]) }]],
    members: [undefined, 'deploy', vendor, `${externalId}x`, externalId.toUpperCase()],
  },
]
const sets = fc.record({
  account: fc.constantFrom(...accounts),
  kind: fc.constantFrom('role' as const, 'user' as const),
  sent: fc.constantFrom(...ids),
  isRoleLeftOut: fc.boolean(),
})
const moment = new Date('2026-01-01T00:00:00Z')

test('an answer to a set of calls is the answer to each call in it', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(trustPolicies, sets, statedContexts, (policy, { account: { accountId, members }, kind, sent, isRoleLeftOut }, stated) => {
      const but = new Set([...(accountId === null ? [vendor, stranger] : []), ...(isRoleLeftOut ? [roleArn] : [])])
      const calls = { partition: 'aws', accountId, kind, principalArn: null, but, action: 'sts:AssumeRole', externalId: sent.values }
      const answer = evaluateCallSet(policy, { ...calls, mfa: [[], ['false'], ['true']], moments: [moment] })
      if (answer === 'unknown') return
      const context = { ...stated, 'aws:SourceAccount': [], 'aws:CurrentTime': moment.toISOString() }
      const answers = members
        .flatMap((account) => callersOf(account, kind))
        .filter(({ arn }) => !but.has(arn))
        .flatMap(({ arn, callerArn }) =>
          sent.members.map((id) => {
            const request = { callerArn, action: 'sts:AssumeRole', externalId: id, context: { ...context, 'aws:PrincipalArn': arn } }
            return decisionOf(evaluateTrustPolicy(policy, request))
          }),
        )
      expect(new Set(answers)).toEqual(new Set([decisionOf(answer)]))
    }),
    { seed, numRuns: runs(8000) },
  )
})
