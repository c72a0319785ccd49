import { runSimulation } from '@cloud-copilot/iam-simulate'
import type { PolicyDocument } from './document.ts'
import type { Evaluation, TrustRequest } from './evaluate.ts'
import { callerKeys, readCaller } from './request-context.ts'

const customer = '444455556666'
const everythingOfSts = {
  name: 'everything',
  policy: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'sts:*', Resource: '*' }] },
}

const answers: ReadonlyMap<string, Evaluation> = new Map([
  ['Allowed', 'allowed'],
  ['ExplicitlyDenied', 'explicitly-denied'],
  ['ImplicitlyDenied', 'implicitly-denied'],
])

/** It derives no key from the caller, so all that we derive is stated. An absent key is one that is not stated. */
function contextVariables({ callerArn, externalId, context = {} }: TrustRequest): Record<string, string | string[]> {
  const caller = readCaller(callerArn)
  const derived = (caller === null ? [] : callerKeys(caller)).map(([key, [values]]): [string, string | string[]] => [
    key,
    values?.[0] ?? [],
  ])
  const all: [string, string | readonly string[]][] = [
    ['aws:SecureTransport', 'true'],
    ['aws:ViaAWSService', 'false'],
    ['sts:ExternalId', externalId ?? []],
    ...derived,
    ...Object.entries(context),
  ]
  return Object.fromEntries(
    all
      .filter(([, value]) => value.length > 0 || value === '')
      .map(([key, value]) => [key, typeof value === 'string' ? value : [...value]]),
  )
}

/** What `@cloud-copilot/iam-simulate` says of a trust policy when the caller's own policies allow all of STS. */
export async function simulatedTrust(resourcePolicy: PolicyDocument, request: TrustRequest): Promise<Evaluation | string> {
  const result = await runSimulation(
    {
      request: {
        principal: request.callerArn,
        action: request.action,
        resource: { resource: `arn:aws:iam::${customer}:role/PixelworksAccess`, accountId: customer },
        contextVariables: contextVariables(request),
      },
      identityPolicies: [everythingOfSts],
      serviceControlPolicies: [],
      resourceControlPolicies: [],
      resourcePolicy,
    },
    { simulationMode: 'Strict' },
  )
  return evaluationOf(result)
}

export type Layers = {
  readonly identity: readonly PolicyDocument[]
  readonly boundary: PolicyDocument | null
  /** From the root of the organization down to the account. */
  readonly serviceControl: readonly PolicyDocument[]
  readonly resourceControl: readonly PolicyDocument[]
}

const named = (policies: readonly PolicyDocument[]) => policies.map((policy, index) => ({ name: `policy-${index}`, policy }))
const levels = (policies: readonly PolicyDocument[]) =>
  policies.map((policy, index) => ({ orgIdentifier: `level-${index}`, policies: named([policy]) }))

/** What it says of a call within one account, where no policy of the resource has a say. */
export async function simulatedLayers(layers: Layers, resource: string, request: TrustRequest): Promise<Evaluation | string> {
  const accountId = readCaller(request.callerArn)?.accountId ?? ''
  const result = await runSimulation(
    {
      request: {
        principal: request.callerArn,
        action: request.action,
        resource: { resource, accountId },
        contextVariables: contextVariables(request),
      },
      identityPolicies: named(layers.identity),
      serviceControlPolicies: levels(layers.serviceControl),
      resourceControlPolicies: levels(layers.resourceControl),
      ...(layers.boundary === null ? {} : { permissionBoundaryPolicies: named([layers.boundary]) }),
    },
    { simulationMode: 'Strict' },
  )
  return evaluationOf(result)
}

function evaluationOf(result: Awaited<ReturnType<typeof runSimulation>>): Evaluation | string {
  if (result.resultType === 'error') {
    const errors = JSON.stringify(result.errors)
    return errors.includes('Version must be either') ? 'refused' : `error: ${errors}`
  }
  return (result.resultType === 'single' ? answers.get(result.overallResult) : undefined) ?? `no single answer: ${result.overallResult}`
}
