/** Access that IAM Access Analyzer found. https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_FindingSummary.html */
export type AccessFindingFact = {
  readonly kind: 'access-finding'
  readonly finding: 'external' | 'unused'
  /** The resource that the access is to. */
  readonly arn: string | null
  /** Account IDs, ARNs, names of identity providers, or `*`. */
  readonly principals: readonly string[]
  /** Null where the text doesn't show them. */
  readonly conditions: Readonly<Record<string, string>> | null
  readonly isPublic: boolean
  readonly status: string | null
}

type PolicyIssue = { readonly type: string; readonly code: string; readonly details: string }

/** The answer of `validate-policy`. https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_ValidatePolicyFinding.html */
export type PolicyIssuesFact = { readonly kind: 'policy-issues'; readonly issues: readonly PolicyIssue[] }

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_EvaluationResult.html */
export type SimulatedCall = {
  /** The console shows it without its service: `GetObject`. */
  readonly action: string
  readonly resource: string
  readonly decision: 'allowed' | 'implicitDeny' | 'explicitDeny'
  readonly isDeniedBy: 'organization' | 'boundary' | null
  readonly missingKeys: readonly string[]
}

export type SimulationFact = {
  readonly kind: 'simulation'
  /** The user or role whose policies were simulated, where the text shows the command. */
  readonly identityArn: string | null
  readonly calls: readonly SimulatedCall[]
}

/** The subject of a scanner’s check, the most urgent first. */
export type ScanTopic =
  | 'any-principal'
  | 'no-external-id'
  | 'full-access'
  | 'wildcard'
  | 'managed-policy'
  | 'service-trust'
  | 'cross-account'
  | 'inline-policy'
  | 'boundary'
  | 'role-name'
  | 'policy-lint'
  | 'credentials-use'
  | 'unused'
  | 'other'
  | 'passed'

export type ScanFact = {
  readonly kind: 'scan'
  readonly topics: readonly ScanTopic[]
  /** The roles that the text names by their ARNs. */
  readonly roleArns: readonly string[]
  /** Roles that it names otherwise. */
  readonly roleNames: readonly string[]
  /** Account IDs, and parts of ARNs that look like one. */
  readonly accountIds: readonly string[]
  /** The text says that caller and role are in one account. */
  readonly isOneAccount: boolean
  /** A pattern that the check rejects, where it is named. */
  readonly pattern: { readonly action: string | null; readonly resource: string | null } | null
}

/** An assessment of the role by something that isn't IAM itself. */
export type FindingFact = AccessFindingFact | PolicyIssuesFact | SimulationFact | ScanFact
