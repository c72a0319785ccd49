import type { PolicyDocument } from '#core/policy/document.ts'
import type { Scenario } from '#simulation/aws/scenario.ts'
import { rootOf, withDeny, withIdCondition, withPrincipal } from '#simulation/aws/trust-edits.ts'

const key = 'sts:ExternalId'

const otherExternalId = (externalId: string): string =>
  [...externalId]
    .reverse()
    .join('')
    .replace(/^./, (first) => (first === 'x' ? 'y' : 'x'))

// https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_examples.html
const ownOrganizationOnly: PolicyDocument = {
  Version: '2012-10-17',
  Statement: [
    {
      Sid: 'OwnOrganizationOnly',
      Effect: 'Deny',
      Principal: '*',
      Action: 'sts:AssumeRole',
      Resource: '*',
      Condition: {
        StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' },
        BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
      },
    },
  ],
}

/** The role denies the right external ID, and every other one too. */
export const refusedScenarios = [
  {
    number: 1,
    id: 'external-id-differs',
    expects: 'not-assumable',
    behavior: { trust: withIdCondition((id) => ({ StringEquals: { [key]: otherExternalId(id) } })) },
  },
  {
    number: 2,
    id: 'trailing-blank',
    expects: 'not-assumable',
    behavior: { trust: withIdCondition((id) => ({ StringEquals: { [key]: `${id} ` } })) },
  },
  {
    number: 3,
    id: 'stack-rolled-back',
    expects: 'not-assumable',
    behavior: {
      serviceControlPolicy: { Version: '2012-10-17', Statement: { Effect: 'Deny', Action: 'iam:CreateRole', Resource: '*' } },
    },
  },
  {
    number: 4,
    id: 'other-principal',
    expects: 'not-assumable',
    behavior: { trust: withPrincipal(rootOf('888877776666')) },
  },
  {
    number: 5,
    id: 'mfa-condition',
    expects: 'not-assumable',
    behavior: {
      trust: withIdCondition((id) => ({ StringEquals: { [key]: id }, Bool: { 'aws:MultiFactorAuthPresent': 'true' } })),
    },
  },
  {
    number: 6,
    id: 'trust-policy-named',
    expects: 'trust-policy-mismatch',
    behavior: { trust: withIdCondition((id) => ({ StringEquals: { [key]: otherExternalId(id) } })), namesTrustPolicy: true },
  },
  {
    number: 7,
    id: 'explicit-deny',
    expects: 'explicit-deny',
    behavior: { trust: withDeny },
  },
  {
    number: 8,
    id: 'resource-control-policy',
    expects: 'resource-control-policy',
    behavior: { resourceControlPolicy: ownOrganizationOnly },
  },
] as const satisfies readonly Scenario[]
