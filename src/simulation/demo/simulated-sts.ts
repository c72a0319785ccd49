import * as z from 'zod/mini'
import { readRoleArn } from '#core/aws/arn.ts'
import { partitionOf } from '#core/aws/region.ts'
import { checkRequest, readResponse, regionOf } from '#core/checks/aws-check.ts'
import { awsCheck } from '#core/checks/checks.ts'
import { deniedAction, errorMessage } from '#core/checks/protocols.ts'
import { denialHint } from '#core/verify/denial-hint.ts'
import type { AssumedSession, AssumeRole, AwsRefusal, CallerIdentity, Outsider, Sts } from '#core/verify/sts.ts'
import type { Simulator } from '#simulation/aws/simulator.ts'

/** The key of an IAM user has no session token. */
type Credentials = { readonly accessKeyId: string; readonly sessionToken: string | null }

type CredentialProvider = () => Promise<Credentials>

type SimulatedStsOptions = {
  readonly simulator: Pick<Simulator, 'fetch' | 'sts'>
  readonly credentials: CredentialProvider
  readonly controlCredentials: CredentialProvider
  readonly secondRoleCredentials: CredentialProvider
  readonly now: () => number
}

/** The shortest that STS gives. https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
const sessionSeconds = '900'

type StsAnswer = ReturnType<Simulator['sts']>

const Identity = z.object({ Account: z.string(), Arn: z.string() })
const Assumed = z.object({
  AssumedRoleUser: z.object({ Arn: z.string() }),
  Credentials: z.object({ AccessKeyId: z.string(), SessionToken: z.string() }),
})

const refusal = ({ answer, requestId }: StsAnswer): AwsRefusal =>
  answer.kind === 'refused'
    ? { kind: 'refused', code: answer.code, hint: denialHint(answer.code, answer.message), requestId }
    : { kind: 'refused', code: 'IncompleteAnswer', hint: null, requestId }

const resultOf = ({ answer }: StsAnswer): unknown => (answer.kind === 'done' ? answer.result : null)

/** The simulator checks no signatures, so a placeholder is enough. */
function signedHeaders({ accessKeyId, sessionToken }: Credentials, region: string, service: string, now: number) {
  const day = new Date(now).toISOString().slice(0, 10).replaceAll('-', '')
  const scope = `${accessKeyId}/${day}/${region}/${service}/aws4_request`
  return {
    authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=simulated`,
    ...(sessionToken === null ? {} : { 'x-amz-security-token': sessionToken }),
  }
}

function sessionCheck({ simulator, now }: SimulatedStsOptions, credentials: Credentials, accountId: string): AssumedSession['check'] {
  return async ({ call, resource, region }) => {
    const check = awsCheck(call)
    if (check === undefined) return { kind: 'refused', code: 'UnknownCheck', hint: null, requestId: '' }
    const place = { partition: partitionOf(region), region, accountId, today: new Date(now()).toISOString().slice(0, 10) }
    const { service, method, path, headers, body } = checkRequest(check, resource, place)
    const signed = { ...headers, ...signedHeaders(credentials, regionOf(check, place), service, now()) }
    const request = new Request(`https://aws.invalid${path}`, { method, headers: signed, ...(method === 'POST' ? { body } : {}) })
    const response = await simulator.fetch(request)
    const requestId = response.headers.get('x-amzn-requestid') ?? response.headers.get('x-amz-request-id') ?? ''
    const errorType = response.headers.get('x-amzn-errortype') ?? ''
    const answered = { status: response.status, requestId, errorType, body: await response.text() }
    const read = readResponse(check, resource, answered)
    if (read.kind === 'passed') return read
    const action = deniedAction(errorMessage(answered))
    return { ...read, hint: null, ...(action === null ? {} : { action }) }
  }
}

/** One endpoint for all services, so the Region matters for the signature alone. */
function iamCalls({ simulator, now }: SimulatedStsOptions, credentials: Credentials): AssumedSession['iam'] {
  return (region) => async (parameters) => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded', ...signedHeaders(credentials, region, 'iam', now()) }
    const body = new URLSearchParams(parameters).toString()
    const response = await simulator.fetch(new Request('https://aws.invalid/', { method: 'POST', headers, body }))
    return { status: response.status, requestId: response.headers.get('x-amzn-requestid') ?? '', body: await response.text() }
  }
}

function roleAssumption(options: SimulatedStsOptions, credentials: CredentialProvider): Sts['assumeRole'] {
  return async ({ roleArn, externalId, region, sessionName, sessionPolicy }: AssumeRole) => {
    const answer = options.simulator.sts(
      { ...(await credentials()), region },
      {
        Action: 'AssumeRole',
        RoleArn: roleArn,
        RoleSessionName: sessionName,
        DurationSeconds: sessionSeconds,
        Policy: sessionPolicy,
        ...(externalId === undefined ? {} : { ExternalId: externalId }),
      },
    )
    const assumed = Assumed.safeParse(resultOf(answer))
    if (!assumed.success) return refusal(answer)
    const { AssumedRoleUser, Credentials: given } = assumed.data
    const session = { accessKeyId: given.AccessKeyId, sessionToken: given.SessionToken }
    const { requestId } = answer
    const iam = iamCalls(options, session)
    return {
      kind: 'assumed',
      assumedRoleArn: AssumedRoleUser.Arn,
      requestId,
      check: sessionCheck(options, session, readRoleArn(roleArn)?.accountId ?? ''),
      iam,
    }
  }
}

function identityCall({ simulator }: SimulatedStsOptions, credentials: CredentialProvider): Sts['callerIdentity'] {
  return async (region): Promise<CallerIdentity> => {
    const answer = simulator.sts({ ...(await credentials()), region }, { Action: 'GetCallerIdentity' })
    const identity = Identity.safeParse(resultOf(answer))
    if (!identity.success) return refusal(answer)
    return { kind: 'identity', accountId: identity.data.Account, arn: identity.data.Arn, requestId: answer.requestId }
  }
}

const outsider = (name: Outsider['name'], options: SimulatedStsOptions, credentials: CredentialProvider): Outsider => ({
  name,
  callerIdentity: identityCall(options, credentials),
  assumeRole: roleAssumption(options, credentials),
})

export function simulatedSts(options: SimulatedStsOptions): Sts {
  return {
    callerIdentity: identityCall(options, options.credentials),
    assumeRole: roleAssumption(options, options.credentials),
    outsiders: [
      outsider('other-account', options, options.controlCredentials),
      outsider('other-role', options, options.secondRoleCredentials),
    ],
    canary: async () => 'absent',
  }
}
