import type { AccountId } from '#core/aws/account-id.ts'
import type { Region } from '#core/aws/region.ts'
import type { CheckResponse } from '#core/checks/protocols.ts'
import type { DenialHint } from './probe-result.ts'

/** Only the part of an error that may be stored and shown. */
export type AwsRefusal = {
  readonly kind: 'refused'
  /** The wire code, for example `AccessDenied`; `NetworkError` where there was no answer. */
  readonly code: string
  readonly hint: DenialHint | null
  readonly requestId: string
}

/** A session of the account access role: can run checks; its credentials can't be read. */
export type AssumedSession = {
  readonly kind: 'assumed'
  /** `arn:…:sts::…:assumed-role/RoleName/session` */
  readonly assumedRoleArn: string
  readonly requestId: string
  /** Runs one call of the vendor's config with the session's credentials. */
  readonly check: (call: CheckCall) => Promise<CheckAnswer>
  /** Calls IAM in the partition of the Region. */
  readonly iam: (region: Region) => SendIam
}

/** One call of IAM's query protocol, by its parameters. */
export type SendIam = (parameters: Readonly<Record<string, string>>) => Promise<CheckResponse | AwsRefusal>

/** `region` is the one of the connection, also where STS answered in another. */
export type CheckCall = { readonly call: string; readonly resource: string; readonly region: Region }

/** `action`: what AWS says was denied, where it says so. */
export type CheckAnswer = { readonly kind: 'passed'; readonly requestId: string } | (AwsRefusal & { readonly action?: string })

export type CallerIdentity =
  | { readonly kind: 'identity'; readonly accountId: string; readonly arn: string; readonly requestId: string }
  | AwsRefusal

export type AssumeRole = {
  readonly roleArn: string
  /** Undefined sends none. An empty text would be sent and refused. */
  readonly externalId: string | undefined
  readonly region: Region
  /** 2 to 64 characters of `[\w+=,.@-]`; the customer sees it in CloudTrail. */
  readonly sessionName: string
  /** JSON that limits the session, so that a role that a probe assumes wrongly gives no access. */
  readonly sessionPolicy: string
}

/** Another identity of the vendor's own that no customer trusts, so that a safe role denies it. */
export type Outsider = {
  readonly name: 'other-account' | 'other-role'
  readonly callerIdentity: Sts['callerIdentity']
  readonly assumeRole: Sts['assumeRole']
}

/**
 * Tells if our own policies let us make the calls that a safe role denies. `blind`: they deny them, so a denial proves nothing.
 * `unknown`: AWS gave no clear answer. `absent`: no canary role is configured.
 */
export type CanaryState = 'absent' | 'sighted' | 'blind' | 'unknown'

/** The port to AWS. Expected refusals are values; it throws only for defects. */
export type Sts = {
  readonly callerIdentity: (region: Region) => Promise<CallerIdentity>
  readonly assumeRole: (request: AssumeRole) => Promise<AssumedSession | AwsRefusal>
  readonly outsiders: readonly Outsider[]
  readonly canary: (region: Region) => Promise<CanaryState>
}

/** `applicationPrincipalArns`: it is one of these, or any role of the account where there are none. */
export type ExpectedCaller = { readonly accountId: AccountId; readonly applicationPrincipalArns: readonly string[] }
