import { principalDifferences, variableDifferences } from './differences.test-data.ts'
import type { PolicyDocument } from './document.ts'
import type { TrustRequest } from './evaluate.ts'
import { externalId, roleArn } from './identities.test-data.ts'
import {
  asRange,
  epoch,
  hasEmptyCondition,
  hasEmptyElement,
  hasEntry,
  hasRepeatedKey,
  isQuantified,
  type KnownDifference,
  multivalued,
  noRole,
  request,
  trust,
  userGuide,
  valuesInRequest,
  withEntries,
} from './known-difference.test-data.ts'

export const knownDifferences: readonly KnownDifference[] = [
  ...principalDifferences,
  {
    kind: 'open',
    name: 'IfExists makes ForAnyValue true without the key, or leaves it false',
    documentation: `${userGuide}/reference_policies_elements_condition_operators.html#Conditions_IfExists`,
    example: {
      policy: trust({ 'ForAnyValue:StringEqualsIfExists': { 'sts:ExternalId': externalId } }),
      request: { ...request, externalId: undefined },
      ours: 'unknown',
      theirs: 'implicitly-denied',
    },
    concerns: (policy, of) =>
      hasEntry(policy, ({ operator, key }) => /^ForAnyValue:.*IfExists$/.test(operator) && valuesInRequest(of, key).length === 0),
  },
  {
    kind: 'open',
    name: 'A condition key without values both holds and grants nothing',
    documentation: `${userGuide}/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-suggestion-empty-array-condition`,
    example: {
      policy: trust({ StringEquals: { 'sts:ExternalId': [] } }),
      request,
      ours: 'unknown',
      theirs: 'implicitly-denied',
    },
    concerns: (policy) => hasEntry(policy, ({ values }) => values.length === 0),
  },
  {
    kind: 'open',
    name: 'A condition without an operator, or an operator without a key, is as if it weren’t there, or makes the statement have no effect',
    documentation: `${userGuide}/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-suggestion-empty-object-condition`,
    example: {
      policy: trust({ StringEquals: { 'sts:ExternalId': externalId }, StringLike: {} }),
      request,
      ours: 'unknown',
      theirs: 'allowed',
    },
    concerns: hasEmptyCondition,
  },
  {
    kind: 'open',
    name: 'An element without values has no effect, or IAM refuses the policy',
    documentation: `${userGuide}/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-suggestion-empty-array-action`,
    example: {
      policy: trust({ StringEquals: { 'sts:ExternalId': externalId } }, { Action: [] }),
      request,
      ours: 'unknown',
      theirs: 'implicitly-denied',
    },
    concerns: hasEmptyElement,
  },
  {
    kind: 'refused',
    name: 'A Boolean condition takes one value',
    documentation: `${userGuide}/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-multiple-boolean-values`,
    example: {
      policy: trust({ Bool: { 'aws:SecureTransport': ['true', 'false'] } }),
      request,
      ours: 'unknown',
      theirs: 'allowed',
    },
    concerns: (policy) =>
      hasEntry(policy, ({ operator, values }) => /^(For\w+:)?(Bool|Null)(IfExists)?$/.test(operator) && values.length > 1),
  },
  {
    kind: 'open',
    name: 'Numbers of more than 15 digits',
    documentation: `${userGuide}/reference_policies_elements_condition_operators.html#Conditions_Numeric`,
    example: {
      policy: trust({ NumericEquals: { 'aws:MultiFactorAuthAge': '9007199254740993' } }),
      request: { ...request, context: { 'aws:MultiFactorAuthAge': '9007199254740992' } },
      ours: 'unknown',
      theirs: 'allowed',
    },
    concerns: (policy) => hasEntry(policy, ({ values }) => values.some((value) => /\d{16}|e\+/.test(String(value)))),
  },
  {
    kind: 'refused',
    name: 'IAM refuses a version that it does not know',
    documentation: `${userGuide}/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-invalid-version`,
    example: { policy: { ...trust(null), Version: '2012-10-18' }, request, ours: 'unknown', theirs: 'refused' },
    concerns: ({ Version }) => Version !== undefined && !['2012-10-17', '2008-10-17'].includes(Version),
  },
  {
    kind: 'refused',
    name: 'IAM refuses a condition key that stands twice in one Condition, in different capitalization, under one operator or several',
    documentation: `${userGuide}/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-duplicate-keys-with-different-case`,
    example: {
      policy: trust({ StringEquals: { 'sts:ExternalId': externalId }, Null: { 'STS:externalid': 'false' } }),
      request,
      ours: 'unknown',
      theirs: 'allowed',
    },
    concerns: hasRepeatedKey,
  },
  {
    kind: 'documented',
    name: 'ForAllValues is true of an empty text, as of no values',
    documentation: `${userGuide}/reference_policies_condition-single-vs-multi-valued-context-keys.html`,
    example: {
      policy: trust({ 'ForAllValues:StringEquals': { 'aws:PrincipalTag/team': 'images' } }),
      request: { ...request, context: { 'aws:PrincipalTag/team': '' } },
      ours: 'allowed',
      theirs: 'implicitly-denied',
    },
    amended: (policy, of) =>
      withEntries(policy, (entry) =>
        /^ForAllValues:(?!Null)/.test(entry.operator) &&
        entry.values.length > 0 &&
        valuesInRequest(of, entry.key).every((value) => value === '')
          ? null
          : entry,
      ),
  },
  {
    kind: 'documented',
    name: 'The range with the prefix length 0 holds every address',
    documentation: `${userGuide}/reference_policies_elements_condition_operators.html#Conditions_IPAddress`,
    example: {
      policy: trust({ IpAddress: { 'aws:SourceIp': '0.0.0.0/0' } }),
      request: { ...request, context: { 'aws:SourceIp': '203.0.113.7' } },
      ours: 'allowed',
      theirs: 'implicitly-denied',
    },
    amended: (policy) =>
      withEntries(policy, (entry) => ({
        ...entry,
        values: entry.values.flatMap((value) => (value === '0.0.0.0/0' ? ['0.0.0.0/1', '128.0.0.0/1'] : [value])),
      })),
  },
  {
    kind: 'documented',
    name: 'An address without prefix length is a range of one, which no address of the other version is in',
    documentation: `${userGuide}/reference_policies_elements_condition_operators.html#Conditions_IPAddress`,
    example: {
      policy: trust({ NotIpAddress: { 'aws:SourceIp': '203.0.113.7' } }),
      request: { ...request, context: { 'aws:SourceIp': '2001:db8::7' } },
      ours: 'allowed',
      theirs: 'implicitly-denied',
    },
    amended: (policy) =>
      withEntries(policy, (entry) => ({
        ...entry,
        values: entry.values.map((value) => asRange(String(value)) ?? value),
      })),
  },
  {
    kind: 'documented',
    name: 'A date may be written as seconds since 1970',
    documentation: `${userGuide}/reference_policies_elements_condition_operators.html#Conditions_Date`,
    example: {
      policy: trust({ DateGreaterThan: { 'aws:CurrentTime': '1767225600' } }),
      request: { ...request, context: { 'aws:CurrentTime': '2026-01-01T00:00:00Z' } },
      ours: 'implicitly-denied',
      theirs: 'allowed',
    },
    amended: (policy) =>
      withEntries(policy, (entry) =>
        /Date/.test(entry.operator)
          ? {
              ...entry,
              values: entry.values.map((value) =>
                epoch.test(String(value)) ? new Date(Number(value) * 1000).toISOString().replace('.000', '') : value,
              ),
            }
          : entry,
      ),
  },
  ...variableDifferences,
  {
    kind: 'documented',
    name: 'The first component of an ARN counts as the others do',
    documentation: `${userGuide}/reference_policies_elements_condition_operators.html#Conditions_ARN`,
    example: {
      policy: trust({ ArnEquals: { 'aws:PrincipalArn': ` ${roleArn}` } }),
      request,
      ours: 'implicitly-denied',
      theirs: 'allowed',
    },
    amended: (policy) =>
      withEntries(policy, (entry) =>
        /Arn/.test(entry.operator)
          ? { ...entry, values: entry.values.map((value) => (/^[ ?]arn:.*:.*:.*:.*:/.test(String(value)) ? noRole : value)) }
          : entry,
      ),
  },
  {
    kind: 'open',
    name: 'What an ARN operator makes of a text that is no ARN',
    documentation: `${userGuide}/reference_policies_elements_condition_operators.html#Conditions_ARN`,
    example: { policy: trust({ ArnNotLike: { 'aws:PrincipalArn': 'arn:*' } }), request, ours: 'unknown', theirs: 'implicitly-denied' },
    concerns: (policy) =>
      hasEntry(policy, ({ operator, values }) => /Arn/.test(operator) && values.some((value) => String(value).split(':').length < 6)),
  },
  {
    kind: 'documented',
    name: 'A multivalued key with one value, in a comparison without set operator',
    documentation: `${userGuide}/reference_policies_condition-single-vs-multi-valued-context-keys.html`,
    example: {
      policy: trust({ StringEquals: { 'aws:TagKeys': 'team' } }),
      request: { ...request, context: { 'aws:TagKeys': ['team'] } },
      ours: 'allowed',
      theirs: 'implicitly-denied',
    },
    amended: (policy, of) =>
      withEntries(policy, (entry) =>
        multivalued.includes(entry.key) && !isQuantified(entry) && valuesInRequest(of, entry.key).length === 1
          ? { ...entry, operator: `ForAnyValue:${entry.operator}` }
          : entry,
      ),
  },
  {
    kind: 'open',
    name: 'A multivalued key with several values, in a comparison without set operator',
    documentation: `${userGuide}/reference_policies_condition-single-vs-multi-valued-context-keys.html`,
    example: {
      policy: trust({ StringEquals: { 'aws:TagKeys': 'team' } }),
      request: { ...request, context: { 'aws:TagKeys': ['team', 'project'] } },
      ours: 'unknown',
      theirs: 'implicitly-denied',
    },
    concerns: (policy, of) => hasEntry(policy, (entry) => !isQuantified(entry) && valuesInRequest(of, entry.key).length > 1),
  },
  {
    kind: 'open',
    name: 'Tagging the session is asked with the external ID of the same call',
    documentation: `${userGuide}/id_session-tags.html#id_session-tags_permissions-required`,
    example: {
      policy: trust({ StringEquals: { 'sts:ExternalId': externalId } }, { Action: ['sts:AssumeRole', 'sts:TagSession'] }),
      request: { ...request, action: 'sts:TagSession' },
      ours: 'allowed',
      theirs: 'implicitly-denied',
    },
    concerns: (_, { action }) => action !== 'sts:AssumeRole',
  },
  {
    kind: 'open',
    name: 'Operator names in another letter case are not documented',
    documentation: `${userGuide}/reference_policies_elements_condition_operators.html`,
    example: { policy: trust({ stringequals: { 'sts:ExternalId': externalId } }), request, ours: 'unknown', theirs: 'allowed' },
    concerns: (policy) => hasEntry(policy, ({ operator }) => /^[a-z]/.test(operator)),
  },
  {
    kind: 'open',
    name: 'Null has neither set operators nor IfExists',
    documentation: `${userGuide}/reference_policies_elements_condition_operators.html#Conditions_IfExists`,
    example: {
      policy: trust({ NullIfExists: { 'sts:ExternalId': 'true' } }),
      request: { ...request, externalId: undefined },
      ours: 'unknown',
      theirs: 'allowed',
    },
    concerns: (policy) => hasEntry(policy, ({ operator }) => /.Null|Null./.test(operator)),
  },
]

/** The policy as iam-simulate has to be given it. */
export const amendedForAll = (policy: PolicyDocument, request: TrustRequest): PolicyDocument =>
  knownDifferences.reduce((before, difference) => (difference.kind === 'documented' ? difference.amended(before, request) : before), policy)

const concerns = (kind: 'open' | 'refused', policy: PolicyDocument, request: TrustRequest): boolean =>
  knownDifferences.some((difference) => difference.kind === kind && difference.concerns(policy, request))

/** In the amended policy, what is decided is left out; whether IAM takes the policy is not decided by a part of it. */
export const isOpen = (policy: PolicyDocument, request: TrustRequest): boolean =>
  concerns('open', amendedForAll(policy, request), request) || concerns('refused', policy, request)
