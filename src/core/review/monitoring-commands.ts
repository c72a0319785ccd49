import type { Artifact } from '#core/artifacts/artifact.ts'
import type { RolePlan } from '#core/connection/role-plan.ts'
import { shellQuoted } from '#core/text/strings.ts'

const sqlQuoted = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** A JSON literal of JMESPath. https://jmespath.org/specification.html#literal-expressions */
const jmesPathLiteral = (text: string): string => `\`${JSON.stringify(text).replaceAll('`', '\\`')}\``

/**
 * The events of the last 90 days in one Region. The ARN is a JSON string in the event, so the search includes its quotes: a role
 * whose name only starts the same is another role.
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/view-cloudtrail-events-cli.html
 */
export function lookUpUses({ roleArn, region }: RolePlan): Artifact {
  const isOfRole = `contains(CloudTrailEvent, ${jmesPathLiteral(JSON.stringify(roleArn))})`
  const text = `aws cloudtrail lookup-events --region ${shellQuoted(region)} \\
  --lookup-attributes AttributeKey=EventName,AttributeValue=AssumeRole \\
  --query ${shellQuoted(`Events[?${isOfRole}].CloudTrailEvent`)} \\
  --output text
`
  return { filename: 'look-up-uses.sh', language: 'bash', text }
}

/**
 * For a trail in S3, with the table that the CloudTrail console creates: uses of the role, then the calls made with it.
 * https://docs.aws.amazon.com/athena/latest/ug/cloudtrail-logs.html
 */
export function athenaQueries({ roleArn, vendorAccountId }: RolePlan): Artifact {
  const role = sqlQuoted(roleArn)
  const text = `-- Uses of the role. is_vendor must be true in every row.
SELECT eventtime, awsregion, useridentity.accountid = ${sqlQuoted(vendorAccountId)} AS is_vendor, sourceipaddress,
       json_extract_scalar(requestparameters, '$.roleSessionName') AS session, requestid
FROM cloudtrail_logs
WHERE eventsource = 'sts.amazonaws.com' AND eventname = 'AssumeRole'
  AND json_extract_scalar(requestparameters, '$.roleArn') = ${role}
ORDER BY eventtime DESC
LIMIT 100;

-- API calls made with the role.
SELECT eventtime, awsregion, eventsource, eventname, errorcode, sourceipaddress
FROM cloudtrail_logs
WHERE useridentity.sessioncontext.sessionissuer.arn = ${role}
ORDER BY eventtime DESC
LIMIT 100;
`
  return { filename: 'cloudtrail.sql', language: 'text', text }
}
