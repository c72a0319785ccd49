import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seed } from '#core/connection/arbitraries.test-data.ts'
import { runs } from '#tools/thorough.ts'
import { listOf, type PolicyDocument } from './document.ts'
import { type Evaluation, evaluateIdentityPolicies, type IdentityRequest, type TrustRequest } from './evaluate.ts'
import { type Layers, simulatedLayers } from './iam-simulate.test-data.ts'
import { sessionArn } from './identities.test-data.ts'
import { amendedForAll, isOpen } from './known-differences.test-data.ts'
import { layeredPolicies, objectRequests, resource } from './layers.test-data.ts'
import { callerKeys, readCaller } from './request-context.ts'

const numRuns = Number(process.env['ROLEBRIDGE_DIFFERENTIAL_RUNS'] ?? runs(4000))

const everything: PolicyDocument = { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: '*', Resource: '*' } }

/** Each of them has to allow. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html */
const layersOf = ({ identity, boundary, serviceControl, resourceControl }: Layers): readonly (readonly PolicyDocument[])[] => [
  identity,
  ...(boundary === null ? [] : [[boundary]]),
  ...serviceControl.map((policy) => [policy]),
  [everything, ...resourceControl],
]

/** The evaluator derives nothing of the caller for the policies of an identity, so all that the caller gives is stated. */
function identityRequest({ callerArn, action, context }: TrustRequest): IdentityRequest {
  const caller = readCaller(callerArn)
  const derived = (caller === null ? [] : callerKeys(caller)).map(([key, [values]]) => [key, values ?? []] as const)
  return { action, resource, context: { 'aws:SecureTransport': 'true', ...Object.fromEntries(derived), ...context } }
}

function combined(layers: Layers, request: TrustRequest): Evaluation {
  const evaluations = layersOf(layers).map((policies) => evaluateIdentityPolicies(policies, identityRequest(request)))
  const first = (['explicitly-denied', 'implicitly-denied', 'unknown'] as const).find((evaluation) => evaluations.includes(evaluation))
  return first ?? 'allowed'
}

const withEach = (layers: Layers, change: (policy: PolicyDocument) => PolicyDocument): Layers => ({
  identity: layers.identity.map(change),
  boundary: layers.boundary === null ? null : change(layers.boundary),
  serviceControl: layers.serviceControl.map(change),
  resourceControl: layers.resourceControl.map(change),
})

const nowhere = 'arn:aws:s3:::nowhere'
const yearless = /\$\{aws:PrincipalTag\/year\}/

/**
 * Where iam-simulate reads resources otherwise than AWS documents: variables are plain text before version 2012-10-17, and a
 * resource whose variable has no value "will not match any resource", in NotResource too.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-no-value
 */
function amendedResources(policy: PolicyDocument, { context = {} }: TrustRequest): PolicyDocument {
  const hasVariables = policy.Version === '2012-10-17'
  const isYearless = listOf(context['aws:PrincipalTag/year']).length === 0
  const amended = (resource: string): string => {
    if (!hasVariables) return resource.replaceAll('$', `\${$}`)
    return isYearless && yearless.test(resource) ? nowhere : resource
  }
  return {
    ...policy,
    Statement: listOf(policy.Statement).map(({ Resource, NotResource, ...rest }) => ({
      ...rest,
      ...(Resource === undefined ? {} : { Resource: listOf(Resource).map(amended) }),
      ...(NotResource === undefined ? {} : { NotResource: listOf(NotResource).map(amended) }),
    })),
  }
}

test('iam-simulate differs: a resource whose variable has no value matches none, in NotResource too', async () => {
  const Statement = { Effect: 'Allow' as const, Action: 's3:*', NotResource: `arn:aws:s3:::acme-uploads/\${aws:PrincipalTag/year}/*` }
  const policy: PolicyDocument = { Version: '2012-10-17', Statement }
  const layers: Layers = { identity: [policy], boundary: null, serviceControl: [], resourceControl: [] }
  const request: TrustRequest = { callerArn: sessionArn, action: 's3:GetObject', context: { 'aws:PrincipalTag/year': [] } }
  expect(combined(layers, request)).toBe('allowed')
  expect(await simulatedLayers(layers, resource, request)).toBe('implicitly-denied')
  expect(await simulatedLayers({ ...layers, identity: [amendedResources(policy, request)] }, resource, request)).toBe('allowed')
})

const all = (layers: Layers): readonly PolicyDocument[] => layersOf(layers).flat()

test(`over ${numRuns} random sets of policies of an identity, its boundary and its organization iam-simulate agrees`, {
  timeout: 60_000 + numRuns * 20,
}, async () => {
  await fc.assert(
    fc.asyncProperty(layeredPolicies, objectRequests, async (layers, request) => {
      const ours = combined(layers, request)
      const theirs = await simulatedLayers(layers, resource, request)
      if (ours === theirs) return
      const amended = withEach(layers, (policy) => amendedForAll(amendedResources(policy, request), request))
      const theirsOfAmended = await simulatedLayers(amended, resource, request)
      if (ours === theirsOfAmended) return
      // Without an Allow the request is denied: whether a Deny applies as well may stay open.
      const mayDiffer = ours === 'unknown' || (ours === 'implicitly-denied' && theirsOfAmended === 'explicitly-denied')
      const isExplained = mayDiffer && all(layers).some((policy) => isOpen(amendedResources(policy, request), request))
      expect({ ours, theirs, theirsOfAmended, isExplained }).toMatchObject({ isExplained: true })
    }),
    { seed, numRuns },
  )
})
