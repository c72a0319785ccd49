import type { PolicyStatement } from '#core/policy/document.ts'
import { vendor } from './rule-case.test-data.ts'
import { assuming, customer, document, root, type VendorTrust, withId } from './vendor-policies.test-data.ts'

const roleOf = (name: string): string => `arn:aws:iam::${vendor}:role/${name}`

const trusting = (name: string, externalId: string, told: readonly string[], ...statements: readonly PolicyStatement[]): VendorTrust => ({
  vendor: name,
  externalId,
  told,
  policy: document(...(statements.length === 0 ? [assuming(root, withId(externalId))] : statements)),
})

const roleNamed =
  'TP07 warning: This stops working when the vendor recreates the role. Trust the account, and name the role in a condition on aws:PrincipalArn.'
const userNamed = 'TP08 high: This trusts an IAM user, which has long-lived keys. Trust the vendor account.'

const hexadecimal = '4f2c81d09b6e4f7ba15f6d3f0c9e7b82'
const uuid = '0d12f9a1-6b27-4d0c-8a75-3f6c9be1d4a2'
const snowflake = 'ACME_SFCRole=2_k7Qm2vK9dRt4XwB8nZc5Hs2P='
const lacework = 'lweid:aws:v2:acmecorp:444455556666:k7Qm2vK9dRt4XwB8'

/** Each in the form that the vendor's public guide gives it, with the account and the external ID of this test. */
export const vendorTrusts: readonly VendorTrust[] = [
  trusting('Datadog', hexadecimal, []),
  trusting('Drata', uuid, []),
  trusting('CloudHealth', '9c1185a5c5e9fc54', [], assuming(root, { StringEquals: { 'sts:ExternalId': '9c1185a5c5e9fc54' } })),
  trusting(
    'Vanta',
    '5d41402abc4b2a76b9719d911017c592',
    [roleNamed],
    assuming(roleOf('scanner'), withId('5d41402abc4b2a76b9719d911017c592')),
  ),
  trusting('Wiz', '7d3f0f6e-58b7-4a0e-9c55-2f1b7f7a9d41', [roleNamed], {
    ...assuming([roleOf('prod-us20-AssumeRoleDelegator')], withId('7d3f0f6e-58b7-4a0e-9c55-2f1b7f7a9d41')),
    Sid: 'AllowWiz',
  }),
  trusting('Lacework', lacework, [roleNamed], assuming(roleOf('lacework-platform'), withId(lacework))),
  trusting('Snowflake', snowflake, [userNamed], assuming(`arn:aws:iam::${vendor}:user/k7qm0000-s`, withId(snowflake))),
  trusting(
    'Databricks storage credential',
    uuid,
    [roleNamed],
    assuming([roleOf('unity-catalog-prod-UCMasterRole-K7QM2VK9DRT4'), `arn:aws:iam::${customer}:role/unity-catalog`], withId(uuid)),
  ),
  trusting('Databricks workspace', uuid, [], { ...assuming(root, withId(uuid)), Action: ['sts:AssumeRole'] }),
  trusting('MongoDB Atlas', '3c6e0b8a-9c15-424a-b8b0-6d3f0e9c7a11', []),
  trusting('Confluent Cloud', uuid, [roleNamed, roleNamed], assuming(roleOf('cspi-k7qm2'), withId(uuid)), {
    Effect: 'Allow',
    Principal: { AWS: roleOf('cspi-k7qm2') },
    Action: 'sts:TagSession',
  }),
  trusting(
    'Spacelift',
    'acme@01HQ8ZK3T9V5W7XJ4M2N6P8RBD@production',
    ['TP12 high: "acme@*" is a pattern, so it accepts other external IDs too. Use the whole ID, with StringEquals.'],
    assuming(root, { StringLike: { 'sts:ExternalId': 'acme@*' } }),
  ),
  trusting(
    'Prowler',
    '3c6e0b8a-9c15-424a-b8b0-6d3f0e9c7a11',
    [],
    assuming(root, {
      ...withId('3c6e0b8a-9c15-424a-b8b0-6d3f0e9c7a11'),
      StringLike: { 'aws:PrincipalArn': roleOf('prowler*') },
    }),
  ),
  trusting('CrowdStrike', hexadecimal, [roleNamed], assuming(roleOf('CrowdStrikeCSPMConnector'), withId(hexadecimal))),
  trusting('Sysdig', hexadecimal, [roleNamed], assuming(roleOf('us-east-1-production-secure-assume-role'), withId(hexadecimal))),
  trusting('Cloudability', uuid, [userNamed], assuming(`arn:aws:iam::${vendor}:user/cloudability`, withId(uuid))),
  trusting('Sumo Logic', 'us2:0000000000A1B2C3', []),
  trusting('Grafana Cloud', '84019375', ['TP19 high: "84019375" has too few random characters. Use a random one.']),
  trusting('New Relic', '4821377', ['TP19 high: "4821377" has too few random characters. Use a random one.']),
  trusting(
    'Segment',
    uuid,
    [
      'TP21 warning: The trust policy also accepts external ID "b1946ac9-2492-4d23-9c60-6ad2d5f0a7e3" (possibly an old one). Remove it unless you are rotating the ID.',
    ],
    assuming(root, withId([uuid, 'b1946ac9-2492-4d23-9c60-6ad2d5f0a7e3'])),
  ),
  trusting(
    'Qubole',
    hexadecimal,
    ['TP30 high: A service in the customer’s account can also assume this role. Use a separate role for it.'],
    assuming(root, withId(hexadecimal)),
    { Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' },
  ),
  trusting('Orca', hexadecimal, [], { ...assuming(vendor, withId(hexadecimal)) }),
  trusting(
    'A backup service with an account for each region',
    uuid,
    ['TP09 high: Account 9999 0000 1111 is trusted in addition to the vendor. Use a separate role for it.'],
    assuming([root, 'arn:aws:iam::999900001111:root'], withId(uuid)),
  ),
  trusting(
    'A vendor that names the application by condition',
    uuid,
    [],
    assuming(root, {
      ...withId(uuid),
      ArnEquals: { 'aws:PrincipalArn': [roleOf('collector'), roleOf('collector-eu')] },
    }),
  ),
  trusting(
    'Databricks storage credential, as its Terraform provider writes it',
    uuid,
    [roleNamed],
    assuming(roleOf('unity-catalog-prod-UCMasterRole-K7QM2VK9DRT4'), withId(uuid)),
    {
      Sid: 'ExplicitSelfRoleAssumption',
      ...assuming(`arn:aws:iam::${customer}:root`, {
        ArnLike: { 'aws:PrincipalArn': `arn:aws:iam::${customer}:role/acme-uc-access` },
        ...withId(uuid),
      }),
    },
  ),
  trusting('A vendor that an organization lets through its perimeter', uuid, [], assuming(root, withId(uuid)), {
    Effect: 'Deny',
    Principal: { AWS: '*' },
    Action: 'sts:AssumeRole',
    Condition: {
      StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-abcdefghij', 'aws:PrincipalAccount': vendor },
      BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
    },
  }),
]
