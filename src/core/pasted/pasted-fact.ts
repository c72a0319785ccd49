import type { PolicyDocument } from '#core/policy/document.ts'
import type { Position } from '#core/policy/form/rule.ts'
import type { BucketCause } from './bucket-cause.ts'
import type { Circumstance } from './circumstances.ts'
import type { RejectedField } from './entered-value.ts'
import type { VendorFailure } from './failure-kind.ts'
import type { FindingFact } from './finding-fact.ts'
import type { Rejection } from './rejection.ts'
import type { ServiceCaller } from './service-callers.ts'
import type { StatedValues } from './stated-values.ts'

/** What a template leaves open: `open` are what `${…}` stands for in it, and come from outside; `defaults` were filled in. */
export type Proviso = { readonly open: readonly string[]; readonly defaults: Readonly<Record<string, string>> }

/** Managed policies of a role, by their ARNs as they were written. */
export type AttachedPolicies = {
  readonly arns: readonly string[]
  /** The text shows all of them. */
  readonly isWhole: boolean
}

/** What an AWS call, the console or a terminal said of one role. Null where it says nothing. */
export type RoleFact = {
  readonly kind: 'role'
  readonly arn: string | null
  readonly partition: string | null
  readonly accountId: string | null
  readonly roleName: string | null
  /** CloudFormation makes a name up, because the template has none. */
  readonly isNameGenerated?: boolean
  readonly path: string | null
  /** Seconds. */
  readonly maxSessionDuration: number | null
  /** An ARN; null where the text says that there is none; undefined where it does not speak of it. */
  readonly permissionsBoundary: string | null | undefined
  readonly trustPolicy: PolicyDocument | null
  /** Absent where the text does not speak of them. */
  readonly attachedPolicies?: AttachedPolicies | undefined
  readonly proviso?: Proviso | undefined
  readonly rejection?: Rejection | null
  /** The input of a Terraform module that makes the trust policy require MFA, written or by its default. */
  readonly moduleMfa?: 'written' | 'default' | undefined
}

export type TrustPolicyFact = {
  readonly kind: 'trust-policy'
  readonly document: PolicyDocument
  readonly proviso?: Proviso | undefined
  readonly rejection?: Rejection | null
}

export type PermissionsPolicyFact = {
  readonly kind: 'permissions-policy'
  readonly policyName: string | null
  /** The rest of the policy isn't in the text. */
  readonly isPart?: boolean
  readonly document: PolicyDocument
  readonly proviso?: Proviso | undefined
  /** The pasted form, with its open values. */
  readonly written?: PolicyDocument
}

/** The policy of a bucket, a key or another resource. */
type ResourcePolicyFact = { readonly kind: 'resource-policy' }

/** The inline policies that a role has, by name alone. */
export type PolicyNamesFact = { readonly kind: 'policy-names'; readonly names: readonly string[] }

/** Managed policies of a role that isn't in the same answer. */
export type AttachedPoliciesFact = {
  readonly kind: 'attached-policies'
  readonly roleName: string | null
  readonly policies: AttachedPolicies
}

type StackFailure = { readonly logicalId: string; readonly reason: string }

export type StackEventsFact = {
  readonly kind: 'stack-events'
  readonly stackName: string | null
  /** Of the stack where the text tells, else of its newest event. */
  readonly status: string
  /** The one that made the others fail. */
  readonly firstFailure: StackFailure | null
}

/** The stack of a stack set in one account and Region. `detailed` is empty where the text doesn't tell. */
export type StackInstance = {
  readonly accountId: string
  readonly region: string
  readonly status: string
  readonly detailed: string
}

/** The instances of a stack set in the console or the AWS CLI, which give no reason of a failure. */
type StackInstancesFact = { readonly kind: 'stack-instances'; readonly instances: readonly StackInstance[] }

export type StackFact = {
  readonly kind: 'stack'
  readonly stackName: string | null
  readonly status: string
  readonly statusReason: string | null
  readonly outputs: Readonly<Record<string, string>>
  readonly parameters: Readonly<Record<string, string>>
}

/** The fault of a call that signs in with an identity provider, as far as the text shows it. */
export type SignInFault =
  | 'subject-as-audience'
  | 'literal-wildcard'
  | 'service-account'
  | 'provider-host'
  | 'provider-scheme'
  | 'no-provider'
  | 'audience'
  | 'keys'
  | 'role-arn'
  | 'thumbprint'
  | 'expired'
  | 'tags'
  | 'no-token'
  | 'saml-denied'
  | 'saml'
  | 'denied'
  | 'other'

/** A call that assumed a role, as CloudTrail keeps it. */
export type AssumedFact = {
  readonly kind: 'assumed'
  readonly roleArn: string
  readonly callerAccount: string
  /** Null: the caller sent none. */
  readonly externalId: string | null
  readonly sessionName: string
}

/** What a command or the console answered instead of doing what was asked. */
export type ErrorTextFact = {
  readonly kind: 'error-text'
  readonly code: string | null
  readonly operation: string | null
  readonly message: string
  /** The role that the text says was created or changed. */
  readonly roleName?: string
  /** The text shows that a stack failed with it. */
  readonly isOfStack?: true
  /** Named next to an error of Amazon S3, whose own words don't name them. */
  readonly buckets?: readonly string[]
  /** Told in addition to the error. */
  readonly circumstances?: readonly Circumstance[]
  /** The ARN of a role in the text that no role can have. */
  readonly malformedArn?: string
  /** Seconds, as the text shows it next to an error about them. */
  readonly requestedDuration?: number
  /** The fault of a call that signs in with an identity provider. */
  readonly signIn?: SignInFault
}

/** As whom a terminal is signed in. https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html */
export type CallerFact = { readonly kind: 'caller'; readonly accountId: string; readonly arn: string }

/** A policy that isn't sent as it was meant: the AWS CLI sends the name of its file, or a program sends a Python object. */
export type CommandFact =
  | { readonly kind: 'command'; readonly fault: 'file-name'; readonly argument: string }
  | { readonly kind: 'command'; readonly fault: 'python-object' }
  /** The shell removes the quotation marks. */
  | { readonly kind: 'command'; readonly fault: 'quoted-json' }

/** `trusted` is the cell as the console shows it. */
export type ListedRole = { readonly roleName: string; readonly accountIds: readonly string[]; readonly trusted: string }

/** Rows of the list of roles in the IAM console. */
export type RoleListFact = { readonly kind: 'role-list'; readonly roles: readonly ListedRole[] }

/** A fault in a policy, in Terraform sources or in a program of the AWS CDK, which shows before AWS is called. */
export type SourceFaultFact =
  | { readonly kind: 'source-fault'; readonly fault: 'reference'; readonly written: string; readonly corrected: string }
  | { readonly kind: 'source-fault'; readonly fault: 'cycle'; readonly members: readonly string[] }
  | { readonly kind: 'source-fault'; readonly fault: 'module-without-trust'; readonly module: string }
  | { readonly kind: 'source-fault'; readonly fault: 'cdk'; readonly message: string }
  | { readonly kind: 'source-fault'; readonly fault: 'effect'; readonly written: string; readonly corrected: string }

/** The connection as the vendor tells it, in its own words. Null where the text doesn't name the value. */
export type VendorWordsFact = {
  readonly kind: 'vendor-words'
  readonly roleArn: string | null
  readonly externalId: string | null
  /** The identity with which the vendor says that it calls AWS. */
  readonly callerArn: string | null
  /** The account that a trust policy has to name. */
  readonly trustedAccount: string | null
  /** The account that CloudTrail names as the caller. */
  readonly callerAccount?: string | undefined
  /** Null where it tells of no failure, but only of the values. */
  readonly failure: VendorFailure | null
  readonly buckets: readonly string[]
  readonly bucketCause?: BucketCause | undefined
  /** The actions that it says are missing; null where it doesn't say so. */
  readonly missingActions: readonly string[] | null
  /** The calls that failed with the role, where it says that the role was assumed. */
  readonly calls?: readonly string[] | undefined
  /** The AWS service that couldn't be accessed. */
  readonly resource?: string | undefined
  /** The AWS service that it says couldn't assume a role. */
  readonly service?: ServiceCaller | undefined
  /** It tells that the role can be assumed without an external ID. */
  readonly isOpen: boolean
  /** The field that rejects its value. */
  readonly rejected?: RejectedField | undefined
  /** Terraform creates the role and hands it on in the same configuration. */
  readonly isSameRun?: boolean | undefined
  /** The error of the program itself, as it stands in the text. */
  readonly programError?: string | undefined
  /** It has a word of a failure, whatever failed. */
  readonly tellsOfTrouble: boolean
  readonly circumstances?: readonly Circumstance[]
}

/** A person's own words about a call, in addition to its error. */
export type DescriptionFact = StatedValues & {
  readonly kind: 'description'
  /** The caller doesn't send the external ID. */
  readonly isIdUnsent: boolean
  /** The program has no way to send one. */
  readonly isIdUnsendable: boolean
  /** The caller's policies are said to have no sts:AssumeRole. */
  readonly isCallerWithoutAssume: boolean
  /** Without an error of AWS, a call in the text has its parameters, and the external ID isn't among them. */
  readonly isCallWithoutId: boolean
  /** The person left the external ID empty. */
  readonly isIdEmpty: boolean
  /** It worked when it was tried again, with nothing changed. */
  readonly worksLater: boolean
  /** A policy of the organization is said to be the cause. */
  readonly isOrganizationBlocking: boolean
  /** New roles are said to need a permissions boundary. */
  readonly isBoundaryRequired: boolean
  /** It tells of a denial of any kind. */
  readonly isDenied: boolean
  readonly isIdChanged: boolean
  /** The integration that has the external ID was made again. */
  readonly isRecreated: boolean
  /** It tells of an integration of a data platform, whose values a statement shows. */
  readonly isStorageIntegration: boolean
  /** All roles that it names by their ARNs. */
  readonly roleArns: readonly string[]
  /** The role can be used when it is called in another way. */
  readonly worksElsewhere: boolean
  /** The program made its calls with other credentials. */
  readonly isRoleUnused: boolean
  /** It works with one of several roles. */
  readonly worksForSome: boolean
  /** The one that works is that of the organization's management account. */
  readonly worksForManagement: boolean
  /** The path that several roles have, without its slashes at the ends. Null for roles without one. */
  readonly commonPath: string | null
  /** The only ones in which the call fails; empty where the text doesn't say so. */
  readonly regions: readonly string[]
  /** The text has a configuration that assumes a role, and an error. */
  readonly isRegionOfCall: boolean
  /** It is about roles that have to be able to assume themselves. */
  readonly mustAssumeItself: boolean
  readonly isRoleAbsent: boolean
  /** It tells of a stack or a stack set. */
  readonly isOfStack: boolean
  /** The name that the role is said to have. */
  readonly roleName: string | null
  /** The name of a role that is said not to exist. */
  readonly absentRole: string | null
  /** It tells of a stack that failed. */
  readonly isOfFailedStack: boolean
  /** The value of a condition on sts:RoleSessionName, in a text that tells of a failure. */
  readonly sessionName: string | null
}

export type UnrecognizedFact = {
  readonly kind: 'unrecognized'
  readonly seems: 'empty' | 'json-broken' | 'yaml' | 'other-output' | 'plan' | 'source' | 'log' | 'report' | 'other'
  /** Where the text stops to be what it seems to be. */
  readonly at: Position | null
}

/** One thing that a pasted text says. */
export type PastedFact =
  | RoleFact
  | TrustPolicyFact
  | PermissionsPolicyFact
  | ResourcePolicyFact
  | PolicyNamesFact
  | AttachedPoliciesFact
  | StackEventsFact
  | StackFact
  | StackInstancesFact
  | ErrorTextFact
  | CallerFact
  | CommandFact
  | SourceFaultFact
  | RoleListFact
  | VendorWordsFact
  | DescriptionFact
  | AssumedFact
  | FindingFact
  | UnrecognizedFact

export const unrecognized = (seems: UnrecognizedFact['seems'], at: Position | null = null): UnrecognizedFact => ({
  kind: 'unrecognized',
  seems,
  at,
})
