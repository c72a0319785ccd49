import type { PastedCase } from './pasted-answers.test-data.ts'

const finding = (change: object): string =>
  JSON.stringify({
    id: '0d6b2c1e-55aa',
    principal: { AWS: '111122223333' },
    action: ['sts:AssumeRole'],
    resource: 'arn:aws:iam::444455556666:role/PixelworksAccess',
    resourceType: 'AWS::IAM::Role',
    isPublic: false,
    condition: { 'sts:ExternalId': 'RIGHT' },
    status: 'ACTIVE',
    resourceOwnerAccount: '444455556666',
    ...change,
  })

const simulated = (...results: readonly object[]): string =>
  JSON.stringify({
    EvaluationResults: results.map((result) => ({ MatchedStatements: [], MissingContextValues: [], ...result })),
    IsTruncated: false,
  })

const sent = (other: object, change: object = {}): string =>
  JSON.stringify({
    Findings: [
      {
        SchemaVersion: '2018-10-08',
        Id: 'arn:aws:access-analyzer:us-east-1:444455556666:analyzer/account/arn:aws:iam::444455556666:role/PixelworksAccess',
        ProductName: 'IAM Access Analyzer',
        Title: 'AWS::IAM::Role/arn:aws:iam::444455556666:role/PixelworksAccess/ allows cross-account access',
        RecordState: 'ACTIVE',
        Resources: [{ Type: 'AwsIamRole', Id: 'arn:aws:iam::444455556666:role/PixelworksAccess', Details: { Other: other } }],
        ...change,
      },
    ],
  })

/** Findings of IAM Access Analyzer, results of the policy simulator, and reports of scanners. */
export const assessments: readonly PastedCase[] = [
  ['get-finding', `{"finding": ${finding({})}}`, 'finding-expected'],
  [
    'get-finding-v2',
    JSON.stringify({
      id: '7f',
      resource: 'arn:aws:iam::444455556666:role/PixelworksAccess',
      resourceType: 'AWS::IAM::Role',
      status: 'ACTIVE',
      findingType: 'ExternalAccess',
      findingDetails: [
        {
          externalAccessDetails: {
            action: ['sts:AssumeRole'],
            condition: { 'sts:ExternalId': 'RIGHT', 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/PixelworksApplication' },
            isPublic: false,
            principal: { AWS: '111122223333' },
          },
        },
      ],
    }),
    'finding-expected',
  ],
  [
    'a finding about another account',
    `{"findings": [${finding({ principal: { AWS: 'arn:aws:iam::777788889999:root' } })}]}`,
    'finding-other-account',
  ],
  ['a finding about everyone', `{"findings": [${finding({ principal: { AWS: '*' }, isPublic: true, condition: {} })}]}`, 'finding-public'],
  [
    'a finding with another external ID',
    `{"finding": ${finding({ condition: { 'sts:ExternalId': 'EDITED' } })}}`,
    'finding-other-external-id',
  ],
  [
    'a finding about a bucket',
    `{"finding": ${finding({ resource: 'arn:aws:s3:::acme-logs', resourceType: 'AWS::S3::Bucket', action: ['s3:GetObject'] })}}`,
    'finding-other-resource',
  ],
  ['a resolved finding', `{"finding": ${finding({ status: 'RESOLVED' })}}`, 'finding-resolved'],
  [
    'an event with a finding',
    JSON.stringify({
      version: '0',
      'detail-type': 'Access Analyzer Finding',
      source: 'aws.access-analyzer',
      account: '444455556666',
      resources: ['arn:aws:access-analyzer:us-east-1:444455556666:analyzer/account'],
      detail: JSON.parse(finding({ condition: { 'sts:ExternalId': 'k7Qm2vK9dRt4XwB8nZc5Hs2P' } })),
    }),
    'finding-expected',
  ],
  [
    'an unused role',
    JSON.stringify({
      findings: [
        {
          id: '9a',
          resource: 'arn:aws:iam::444455556666:role/PixelworksAccess',
          resourceType: 'AWS::IAM::Role',
          status: 'ACTIVE',
          findingType: 'UnusedIAMRole',
        },
      ],
    }),
    'finding-unused',
  ],
  [
    'a finding in Security Hub',
    sent({ 'External Principal Type': 'AWS', Condition: 'none', 'Action Granted': 'sts:AssumeRole', 'External Principal': '111122223333' }),
    'finding-without-external-id',
  ],
  [
    'a finding on the console',
    'Finding details\nFinding ID\n0d6b2c1e-55aa\nResource\narn:aws:iam::444455556666:role/PixelworksAccess\nResource owner account\n444455556666\nExternal principal\n111122223333 (AWS account)\nCondition\nsts:ExternalId\nRIGHT\nAccess level\nWrite\nsts:AssumeRole\nStatus\nActive',
    'finding-expected',
  ],
  [
    'a trust policy that was validated as another type',
    '{"findings":[{"findingDetails":"Add a Resource or NotResource element to the policy statement.","findingType":"ERROR","issueCode":"MISSING_RESOURCE","learnMoreLink":"https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html","locations":[{"path":[{"value":"Statement"},{"index":0}]}]}]}',
    'policy-issue-type',
  ],
  [
    'an error in a policy',
    '{"findings":[{"findingDetails":"The action s3:GetObjects does not exist.","findingType":"ERROR","issueCode":"INVALID_ACTION","learnMoreLink":"x","locations":[]}]}',
    'policy-issue-error',
  ],
  [
    'a warning about a policy',
    '{"findings":[{"findingDetails":"Using a wildcard in the resource can be overly permissive.","findingType":"WARNING","issueCode":"CREATE_SLR_WITH_STAR_IN_RESOURCE","learnMoreLink":"x","locations":[]}]}',
    'policy-issue-warning',
  ],
  [
    'a simulation without resources',
    simulated({ EvalActionName: 's3:GetObject', EvalResourceName: '*', EvalDecision: 'implicitDeny' }),
    'simulation-other-resource',
  ],
  [
    'a simulation of what was requested',
    simulated(
      { EvalActionName: 's3:GetObject', EvalResourceName: 'arn:aws:s3:::acme-uploads/a.jpg', EvalDecision: 'allowed' },
      { EvalActionName: 's3:ListBucket', EvalResourceName: 'arn:aws:s3:::acme-uploads', EvalDecision: 'allowed' },
    ),
    'simulation-allowed',
  ],
  [
    'a simulation that an SCP denies',
    simulated({
      EvalActionName: 's3:GetObject',
      EvalResourceName: 'arn:aws:s3:::acme-uploads/a.jpg',
      EvalDecision: 'implicitDeny',
      OrganizationsDecisionDetail: { AllowedByOrganizations: false },
    }),
    'simulation-organization',
  ],
  [
    'a simulation that a boundary denies',
    simulated({
      EvalActionName: 's3:ListBucket',
      EvalResourceName: 'arn:aws:s3:::acme-uploads',
      EvalDecision: 'implicitDeny',
      PermissionsBoundaryDecisionDetail: { AllowedByPermissionsBoundary: false },
    }),
    'simulation-boundary',
  ],
  [
    'a simulation with a Deny',
    simulated({
      EvalActionName: 's3:GetObject',
      EvalResourceName: 'arn:aws:s3:::acme-uploads/a.jpg',
      EvalDecision: 'explicitDeny',
      MatchedStatements: [{ SourcePolicyId: 'DenyAll', SourcePolicyType: 'IAM Policy' }],
    }),
    'simulation-denied',
  ],
  [
    'a simulation of an action that wasn’t requested',
    simulated({ EvalActionName: 's3:DeleteObject', EvalResourceName: 'arn:aws:s3:::acme-uploads/a.jpg', EvalDecision: 'implicitDeny' }),
    'simulation-not-requested',
  ],
  [
    'a simulation that allows more',
    simulated({ EvalActionName: 's3:DeleteObject', EvalResourceName: 'arn:aws:s3:::acme-uploads/a.jpg', EvalDecision: 'allowed' }),
    'simulation-further',
  ],
  [
    'the console of the policy simulator',
    'Policy Simulator\nAction Settings and Results [2 actions selected. 0 actions not simulated. 1 actions allowed. 1 actions denied.]\nService\tAction\tResource Type\tSimulation Resource\tPermission\nAmazon S3\tGetObject\tobject\tarn:aws:s3:::acme-uploads/*\tdenied Implicitly denied (no matching statements).\nAmazon S3\tListBucket\tbucket\tarn:aws:s3:::acme-uploads\tallowed 1 matching statements.',
    'simulation-not-allowed',
  ],
  [
    'a simulation as text',
    '$ aws iam simulate-principal-policy --policy-source-arn arn:aws:iam::444455556666:role/PixelworksAccess --action-names s3:GetObject --query "EvaluationResults[].[EvalActionName,EvalDecision]" --output text\ns3:GetObject\timplicitDeny',
    'simulation-other-resource',
  ],
  [
    'Checkov and an account as the principal',
    'Check: CKV_AWS_61: "Ensure AWS IAM policy does not allow assume role permission across all services"\n\tFAILED for resource: aws_iam_role.pixelworks\n\tFile: /iam.tf:1-20\n\tGuide: https://docs.prismacloud.io/en/enterprise-edition/policy-reference/aws-policies/aws-iam-policies/bc-aws-iam-45',
    'scan-cross-account',
  ],
  [
    'Checkov with passed checks as well',
    'Passed checks: 12, Failed checks: 1, Skipped checks: 0\n\nCheck: CKV_AWS_60: "Ensure IAM role allows only specific services or principals to assume it"\n\tPASSED for resource: aws_iam_role.pixelworks\n\tFile: /main.tf:1-22\nCheck: CKV_AWS_355: "Ensure no IAM policies documents allow "*" as a statement\'s resource for restrictable actions"\n\tFAILED for resource: aws_iam_role_policy.pixelworks\n\tFile: /main.tf:24-40',
    'scan-wildcard',
  ],
  [
    'Trivy and the objects of the bucket',
    "main.tf (terraform)\n\nTests: 2 (SUCCESSES: 1, FAILURES: 1)\nFailures: 1 (HIGH: 1, CRITICAL: 0)\n\nAVD-AWS-0057 (HIGH): IAM policy document uses sensitive action 's3:GetObject' on wildcarded resource 'arn:aws:s3:::acme-uploads/*'\n════════\nYou should use the principle of least privilege when defining your IAM policies.",
    'scan-wildcard-requested',
  ],
  [
    'tfsec and all buckets',
    "Result #1 HIGH IAM policy document uses sensitive action 's3:GetObject' on wildcarded resource '*' \n──────\n  main.tf:31\n──────\n          ID aws-iam-no-policy-wildcards\n      Impact Overly permissive policies may grant access to sensitive resources",
    'scan-wildcard',
  ],
  [
    'cfn_nag and the name of the role',
    '------------------------------------------------------------\npixelworks.yaml\n------------------------------------------------------------------------------------------------------------------------\n| WARN W28\n|\n| Resource: ["PixelworksRole"]\n| Line Numbers: [14]\n|\n| Resource found with an explicit name, this disallows updates that require replacement of this resource\n\nFailures count: 0\nWarnings count: 1',
    'scan-role-name',
  ],
  [
    'cdk-nag and a wildcard that was requested',
    '[Error at /PixelStack/Role/DefaultPolicy/Resource] AwsSolutions-IAM5[Resource::arn:aws:s3:::acme-uploads/*]: The IAM entity contains wildcard permissions and does not have a cdk-nag rule suppression with evidence for those permission.',
    'scan-wildcard-requested',
  ],
  [
    'Prowler and a confused deputy',
    'FAIL,iam_role_cross_service_confused_deputy_prevention,Ensure IAM Service Roles prevents against a cross-service confused deputy attack,iam,us-east-1,high,arn:aws:iam::444455556666:role/PixelworksAccess,IAM Service Role PixelworksAccess does not prevent against a cross-service confused deputy attack.',
    'scan-service-trust',
  ],
  [
    'ScoutSuite and the external ID',
    'ScoutSuite report 444455556666\nCross-account AssumeRole policy lacks external ID and MFA\nRole: PixelworksAccess\nPrincipal: arn:aws:iam::111122223333:root',
    'scan-no-external-id',
  ],
  [
    'Security Hub and full access',
    JSON.stringify({
      Findings: [
        {
          SchemaVersion: '2018-10-08',
          Title: 'IAM policies should not allow full "*" administrative privileges',
          GeneratorId: 'security-control/IAM.1',
          Compliance: { Status: 'FAILED' },
          Resources: [{ Type: 'AwsIamPolicy', Id: 'arn:aws:iam::444455556666:policy/PixelworksPolicy' }],
        },
      ],
    }),
    'scan-full-access',
  ],
  [
    'AWS Config and an inline policy',
    'Rule: iam-no-inline-policy-check\nCompliance: NON_COMPLIANT\nResource type: AWS::IAM::Role\nResource: PixelworksAccess\nAnnotation: This IAM role has inline policies.',
    'scan-inline-policy',
  ],
  [
    'Prowler and another role',
    'FAIL! us-east-1: iam_role_administratoraccess_policy IAM Role arn:aws:iam::444455556666:role/Jenkins has AdministratorAccess policy attached',
    'scan-other-role',
  ],
]
