import type { Region } from '#core/aws/region.ts'
import type { HostingPlatform } from '#core/connection/vendor-fields.ts'

export type SwitchRole = {
  /** Hands the application role to the application. An IAM user has none: the SDK finds its access key. */
  readonly platform: HostingPlatform | 'iam-user'
  /** The Region of the STS endpoint and of the bucket. */
  readonly region: Region
  readonly roleArn: string
  readonly externalId: string
  /** Customers see it in CloudTrail, so it names the application and no person. */
  readonly sessionName: string
  /** A bucket of the customer. */
  readonly bucket: string
  /** The profile that the AWS CLI starts from, on EKS and with IAM Roles Anywhere. */
  readonly applicationRoleArn: string
  readonly trustAnchorArn: string
}

/** Everything that is put into the samples is printable ASCII, so the escapes of a quote and a backslash do in all these languages. */
export const quoted = (text: string): string => `"${text.replace(/["\\]/g, (character) => `\\${character}`)}"`

export const callsAs = (platform: SwitchRole['platform']): string =>
  platform === 'iam-user' ? 'Uses the access key of the IAM user' : 'Uses the application role'

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
export const durationNote = (platform: SwitchRole['platform']): string =>
  platform === 'iam-user'
    ? 'Every role allows 3,600 seconds. A user can have up to the maximum session duration of the role.'
    : '3,600 seconds is the most that AWS allows when a role assumes another role.'
