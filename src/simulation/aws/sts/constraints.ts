import type { Constraints } from '#simulation/aws/query.ts'

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html#API_AssumeRole_RequestParameters */
export const assumeRoleConstraints: Constraints = {
  RoleArn: { required: true, minimumLength: 20, maximumLength: 2048 },
  RoleSessionName: { required: true, minimumLength: 2, maximumLength: 64, pattern: '[\\w+=,.@-]*' },
  ExternalId: { minimumLength: 2, maximumLength: 1224, pattern: '[\\w+=,.@:\\/-]*' },
  DurationSeconds: { range: [900, 43_200] },
  SourceIdentity: { minimumLength: 2, maximumLength: 64, pattern: '[\\w+=,.@-]*' },
  Policy: { minimumLength: 1 },
}
