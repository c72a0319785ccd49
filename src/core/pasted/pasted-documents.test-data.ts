import { type PastedCase, pretty } from './pasted-answers.test-data.ts'
import { denied, role } from './pasted-programs.test-data.ts'

/** What AWS and programs write as JSON: events, answers of commands, logs. */
export const documents: readonly PastedCase[] = [
  [
    'a log line in JSON',
    `{"level":50,"time":1763800000000,"err":{"type":"STSServiceException","message":"${denied}","name":"AccessDenied","$fault":"client","$metadata":{"httpStatusCode":403}},"msg":"assume failed"}`,
    'refused-without-reason',
  ],
  [
    'CloudTrail of the vendor',
    pretty(
      JSON.stringify({
        eventVersion: '1.08',
        userIdentity: {
          type: 'AssumedRole',
          arn: 'arn:aws:sts::111122223333:assumed-role/PixelworksApplication/i-0abc',
          accountId: '111122223333',
        },
        eventTime: '2026-11-22T08:00:00Z',
        eventSource: 'sts.amazonaws.com',
        eventName: 'AssumeRole',
        awsRegion: 'us-east-1',
        errorCode: 'AccessDenied',
        errorMessage: denied,
        requestParameters: null,
        responseElements: null,
        requestID: '5b1f',
        eventID: '1a2b',
        readOnly: true,
        eventType: 'AwsApiCall',
        recipientAccountId: '111122223333',
      }),
    ),
    'refused-without-reason',
  ],
  [
    'a file of CloudTrail',
    JSON.stringify({
      Records: [{ eventName: 'AssumeRole', eventSource: 'sts.amazonaws.com', errorCode: 'AccessDenied', errorMessage: denied }],
    }),
    'refused-without-reason',
  ],
  [
    'lookup-events',
    JSON.stringify({
      Events: [
        {
          EventId: '1',
          EventName: 'AssumeRole',
          Username: 'x',
          CloudTrailEvent: JSON.stringify({ eventName: 'AssumeRole', errorCode: 'AccessDenied', errorMessage: denied }),
        },
      ],
    }),
    'refused-without-reason',
  ],
  [
    'CloudTrail of CreateRole',
    JSON.stringify({
      eventName: 'CreateRole',
      eventSource: 'iam.amazonaws.com',
      errorCode: 'AccessDenied',
      errorMessage:
        'User: arn:aws:sts::444455556666:assumed-role/Dev/me is not authorized to perform: iam:CreateRole on resource: ' +
        role +
        ' because no identity-based policy allows the iam:CreateRole action',
      requestParameters: null,
    }),
    'creation-not-authorized',
  ],
  [
    'CloudTrail of a call that was let in',
    JSON.stringify({
      eventName: 'AssumeRole',
      eventSource: 'sts.amazonaws.com',
      userIdentity: { type: 'AWSAccount', accountId: '111122223333' },
      requestParameters: { roleArn: role, roleSessionName: 'rolebridge', externalId: 'RIGHT' },
      responseElements: { assumedRoleUser: { arn: 'arn:aws:sts::444455556666:assumed-role/PixelworksAccess/rolebridge' } },
    }),
    'call-succeeded',
  ],
  [
    'a Lambda function',
    JSON.stringify({
      errorMessage: `An error occurred (AccessDenied) when calling the AssumeRole operation: ${denied}`,
      errorType: 'ClientError',
      requestId: '1',
      stackTrace: ['  File "/var/task/app.py", line 10'],
    }),
    'refused-without-reason',
  ],
  [
    'an answer of assume-role',
    JSON.stringify({
      Credentials: { AccessKeyId: 'ASIAEXAMPLE', SecretAccessKey: 'x', SessionToken: 'y', Expiration: '2026-11-22T09:00:00Z' },
      AssumedRoleUser: { AssumedRoleId: 'AROA:me', Arn: 'arn:aws:sts::444455556666:assumed-role/PixelworksAccess/me' },
    }),
    'not-enough',
  ],
  [
    'get-caller-identity in another account',
    JSON.stringify({ UserId: 'AIDA', Account: '777766665555', Arn: 'arn:aws:iam::777766665555:user/me' }),
    'terminal-in-other-account',
  ],
  [
    'simulate-principal-policy',
    JSON.stringify({
      EvaluationResults: [
        {
          EvalActionName: 'sts:AssumeRole',
          EvalResourceName: role,
          EvalDecision: 'implicitDeny',
          MatchedStatements: [],
          MissingContextValues: [],
        },
      ],
    }),
    'simulation-assume-role',
  ],
  [
    'get-caller-identity in the right account',
    '{"UserId":"AIDA","Account":"444455556666","Arn":"arn:aws:iam::444455556666:user/me"}',
    'not-enough',
  ],
]
