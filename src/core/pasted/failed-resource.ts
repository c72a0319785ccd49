/** Services whose names tell in a sentence what couldn't be accessed. */
const services: readonly (readonly [name: string, word: RegExp])[] = [
  ['Amazon EKS', /\bEKS\b|\baws-auth\b/],
  ['Amazon SQS', /\bSQS\b|\b[Qq]ueue\b/],
  ['Amazon SNS', /\bSNS\b/],
  ['AWS KMS', /\bKMS\b/],
  ['Amazon ECR', /\bECR\b/],
  ['AWS Secrets Manager', /\bSecrets ?Manager\b/i],
  ['AWS CloudTrail', /\bCloudTrail\b/i],
  ['Amazon CloudWatch', /\bCloudWatch\b/i],
  ['Amazon DynamoDB', /\bDynamoDB\b/i],
  ['Amazon Kinesis', /\bKinesis\b/i],
  ['Amazon Athena', /\bAthena\b/i],
  ['AWS Glue', /\bGlue\b/],
  ['Amazon Redshift', /\bRedshift\b/i],
  ['Amazon RDS', /\bRDS\b/],
  ['Amazon EC2', /\bEC2\b/],
  ['AWS Lambda', /\bLambda\b/],
  ['AWS Organizations', /\bAWS Organizations\b/],
  ['AWS Cost Explorer', /\bCost Explorer\b/i],
]

const denied =
  /\b(?:denied|forbidden|unauthorized|40[13]|not (?:authorized|allowed|permitted|mapped))\b|\b(?:can(?:not|['’]t)|could(?: not|n['’]t)|unable to|failed to) (?:access|list|read|get|describe|subscribe|receive|query|connect to)\b/i

const ofRole = /\bassum\w+|\btrust\w*|\bexternal[ _-]?id\b|\bwebhooks?\b/i

/** The service that a sentence about a denial names; null where none does. */
export const failedResource = (clauses: readonly string[]): string | null => {
  const said = clauses.filter((clause) => denied.test(clause) && !ofRole.test(clause))
  return services.find(([, word]) => said.some((clause) => word.test(clause)))?.[0] ?? null
}
