import type { Artifact } from '#core/artifacts/artifact.ts'
import type { RolePlan } from '#core/connection/role-plan.ts'
import { shellQuoted } from '#core/text/shell-quote.ts'

const sqlQuoted = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** A JSON literal of JMESPath. https://jmespath.org/specification.html#literal-expressions */
const jmesPathLiteral = (text: string): string => `\`${JSON.stringify(text).replaceAll('`', '\\`')}\``

/**
 * The events of the last 90 days in one region. The ARN stands in the event as a JSON string, so it is looked for with
 * its quotes: a role whose name merely begins so is another one.
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
 * Over a trail in S3, with the table as the CloudTrail console makes it: who used the role, then what was done with it.
 * https://docs.aws.amazon.com/athena/latest/ug/cloudtrail-logs.html
 */
export function athenaQueries({ roleArn, vendorAccountId }: RolePlan): Artifact {
  const role = sqlQuoted(roleArn)
  const text = `-- Who used the role. Each line must say true: it is the vendor's account.
SELECT eventtime, awsregion, useridentity.accountid = ${sqlQuoted(vendorAccountId)} AS is_vendor, sourceipaddress,
       json_extract_scalar(requestparameters, '$.roleSessionName') AS session, requestid
FROM cloudtrail_logs
WHERE eventsource = 'sts.amazonaws.com' AND eventname = 'AssumeRole'
  AND json_extract_scalar(requestparameters, '$.roleArn') = ${role}
ORDER BY eventtime DESC
LIMIT 100;

-- What was done with it.
SELECT eventtime, awsregion, eventsource, eventname, errorcode, sourceipaddress
FROM cloudtrail_logs
WHERE useridentity.sessioncontext.sessionissuer.arn = ${role}
ORDER BY eventtime DESC
LIMIT 100;
`
  return { filename: 'cloudtrail.sql', language: 'text', text }
}
