import type { PolicyDocument } from '#core/policy/document.ts'
import { regionDisabled, scenario, twoMinutes } from '#simulation/aws/scenario.ts'
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

/** The right external ID is denied. */
export const denialScenarios = [
  scenario({
    number: 1,
    id: 'external-id-differs',
    expects: 'not-assumable',
    doctorFinds: 'TP43',
    behavior: { trust: withIdCondition((id) => ({ StringEquals: { [key]: otherExternalId(id) } })) },
    texts: {
      title: 'Wrong external ID in the role',
      story: 'A colleague replaced the external ID in the trust policy with another one.',
    },
  }),
  scenario({
    number: 2,
    id: 'trailing-blank',
    expects: 'not-assumable',
    doctorFinds: 'TP20',
    behavior: { trust: withIdCondition((id) => ({ StringEquals: { [key]: `${id} ` } })) },
    texts: {
      title: 'A space after the external ID',
      story: 'The external ID was pasted into the trust policy with a space after it. IAM accepts it, but no request can match it.',
    },
  }),
  scenario({
    number: 3,
    id: 'stack-rolled-back',
    expects: 'not-assumable',
    doctorFinds: 'creation-forbidden-by-organization',
    behavior: {
      serviceControlPolicy: { Version: '2012-10-17', Statement: { Effect: 'Deny', Action: 'iam:CreateRole', Resource: '*' } },
    },
    texts: {
      title: 'The stack rolls back',
      story: 'A service control policy blocks role creation, so the stack rolls back and there’s no role.',
    },
  }),
  scenario({
    number: 4,
    id: 'other-principal',
    expects: 'not-assumable',
    doctorFinds: 'TP04',
    behavior: { trust: withPrincipal(rootOf('888877776666')) },
    texts: {
      title: 'Another account is trusted',
      story: 'The trust policy names an account that isn’t the vendor’s.',
    },
  }),
  scenario({
    number: 5,
    id: 'mfa-condition',
    expects: 'not-assumable',
    doctorFinds: 'TP32',
    behavior: {
      trust: withIdCondition((id) => ({ StringEquals: { [key]: id }, Bool: { 'aws:MultiFactorAuthPresent': 'true' } })),
    },
    texts: {
      title: 'A condition that the vendor can’t meet',
      story: 'The trust policy also requires multi-factor authentication, which applications can’t use.',
    },
  }),
  scenario({
    number: 6,
    id: 'trust-policy-named',
    expects: 'trust-policy-mismatch',
    doctorFinds: 'TP43',
    behavior: { trust: withIdCondition((id) => ({ StringEquals: { [key]: otherExternalId(id) } })), namesTrustPolicy: true },
    texts: {
      title: 'AWS names the trust policy',
      story: 'The external ID in the role differs, and AWS says that no role trust policy allows the request.',
    },
  }),
  scenario({
    number: 7,
    id: 'explicit-deny',
    expects: 'explicit-deny',
    doctorFinds: 'deny-statement',
    behavior: { trust: withDeny },
    texts: {
      title: 'A Deny in the trust policy',
      story: 'A second statement in the trust policy denies the vendor until someone approves.',
    },
  }),
  scenario({
    number: 8,
    id: 'resource-control-policy',
    expects: 'resource-control-policy',
    behavior: { resourceControlPolicy: ownOrganizationOnly },
    texts: {
      title: 'The organization blocks outside accounts',
      story: 'A resource control policy of the customer’s organization denies sts:AssumeRole to outside accounts.',
    },
  }),
  scenario({
    number: 42,
    id: 'every-region-off',
    expects: 'region-disabled',
    behavior: { refusal: ({ accountId }) => regionDisabled(accountId) },
    texts: {
      title: 'STS is off in every Region',
      story: 'STS is off in every Region. AWS doesn’t allow this in the home Region, but the wizard explains it.',
    },
  }),
  scenario({
    number: 54,
    id: 'session-tags',
    expects: 'session-tags-refused',
    behavior: { passedOn: ['sts:TagSession'] },
    texts: {
      title: 'The vendor’s session passes tags',
      story: 'The vendor’s session has transitive tags, as EKS Pod Identity sets them, and the trust policy doesn’t list sts:TagSession.',
    },
  }),
  scenario({
    number: 55,
    id: 'source-identity',
    expects: 'source-identity-refused',
    behavior: { passedOn: ['sts:SetSourceIdentity'] },
    texts: {
      title: 'The vendor’s session has a source identity',
      story: 'The vendor’s session has a source identity, and the trust policy doesn’t list sts:SetSourceIdentity.',
    },
  }),
  scenario({
    number: 60,
    id: 'role-deleted-later',
    expects: 'access-lost',
    behavior: { later: { afterMs: twoMinutes, trust: null } },
    texts: {
      title: 'The role is deleted later',
      story: 'The role verifies. Two minutes after its creation, it’s deleted.',
    },
  }),
] as const
