import type { PolicyDocument } from '#core/policy/document.ts'
import type { Scenario } from '../scenario.ts'
import { rootOf, withDeny, withIdCondition, withPrincipal } from '../trust-edits.ts'

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

/** The right external ID is refused, and every other one too. */
export const refusedScenarios: readonly Scenario[] = [
  {
    number: 1,
    id: 'external-id-differs',
    title: 'Wrong external ID in the role',
    story: 'A colleague replaced the external ID in the trust policy by another one.',
    expects: 'not-assumable',
    behaviour: { trust: withIdCondition((id) => ({ StringEquals: { [key]: otherExternalId(id) } })) },
  },
  {
    number: 2,
    id: 'trailing-blank',
    title: 'A blank after the external ID',
    story: 'The external ID was pasted into the trust policy with a blank after it. IAM takes it; no call can ever match it.',
    expects: 'not-assumable',
    behaviour: { trust: withIdCondition((id) => ({ StringEquals: { [key]: `${id} ` } })) },
  },
  {
    number: 3,
    id: 'stack-rolled-back',
    title: 'The stack rolls back',
    story: 'A service control policy forbids to create roles, so the stack rolls back and there is no role.',
    expects: 'not-assumable',
    behaviour: {
      serviceControlPolicy: { Version: '2012-10-17', Statement: { Effect: 'Deny', Action: 'iam:CreateRole', Resource: '*' } },
    },
  },
  {
    number: 4,
    id: 'other-principal',
    title: 'Another account is trusted',
    story: 'The trust policy names an account that is not the vendor’s.',
    expects: 'not-assumable',
    behaviour: { trust: withPrincipal(rootOf('888877776666')) },
  },
  {
    number: 5,
    id: 'mfa-condition',
    title: 'A condition that the vendor cannot meet',
    story: 'The trust policy asks for multi-factor authentication as well, which a program cannot give.',
    expects: 'not-assumable',
    behaviour: {
      trust: withIdCondition((id) => ({ StringEquals: { [key]: id }, Bool: { 'aws:MultiFactorAuthPresent': 'true' } })),
    },
  },
  {
    number: 6,
    id: 'trust-policy-named',
    title: 'AWS names the trust policy',
    story: 'The external ID in the role differs, and the error text says that no role trust policy allows the call.',
    expects: 'trust-policy-mismatch',
    behaviour: { trust: withIdCondition((id) => ({ StringEquals: { [key]: otherExternalId(id) } })), namesTrustPolicy: true },
  },
  {
    number: 7,
    id: 'explicit-deny',
    title: 'A Deny in the trust policy',
    story: 'The trust policy holds a second statement that denies the vendor until somebody approves.',
    expects: 'explicit-deny',
    behaviour: { trust: withDeny },
  },
  {
    number: 8,
    id: 'resource-control-policy',
    title: 'The organization refuses outsiders',
    story: 'A resource control policy of the customer’s organization denies sts:AssumeRole to every account outside.',
    expects: 'resource-control-policy',
    behaviour: { resourceControlPolicy: ownOrganizationOnly },
  },
]
