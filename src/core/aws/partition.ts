import * as z from 'zod/mini'

/**
 * The partitions that are open to the public. The isolated ones (aws-iso, aws-iso-b, aws-iso-e, aws-iso-f) have no
 * public console, so they are refused by name, see `region.ts`.
 * https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html
 */
export const Partition = z.enum(['aws', 'aws-us-gov', 'aws-cn', 'aws-eusc'], { error: 'partition-unknown' })
export type Partition = z.infer<typeof Partition>

type PartitionFacts = {
  readonly title: string
  /** Ends every endpoint, for example `sts.{region}.{dnsSuffix}`. */
  readonly dnsSuffix: string
  /** The domain that `{region}.console.` goes in front of. */
  readonly consoleDomain: string
  /** The domain that `{accountId}.signin.` goes in front of. */
  readonly signInDomain: string
  /** STS cannot be switched off here by the account owner. */
  readonly homeRegion: string
  readonly regionPattern: RegExp
}

/**
 * Endpoint suffixes and region patterns as in botocore's `partitions.json`; console hosts as in
 * https://docs.aws.amazon.com/general/latest/gr/mgmt-console.html
 */
export const partitions: Readonly<Record<Partition, PartitionFacts>> = {
  aws: {
    title: 'standard AWS partition',
    dnsSuffix: 'amazonaws.com',
    consoleDomain: 'console.aws.amazon.com',
    signInDomain: 'signin.aws.amazon.com',
    homeRegion: 'us-east-1',
    regionPattern: /^(us|eu|ap|sa|ca|me|af|il|mx)-\w+-\d+$/,
  },
  'aws-us-gov': {
    title: 'AWS GovCloud (US)',
    dnsSuffix: 'amazonaws.com',
    consoleDomain: 'console.amazonaws-us-gov.com',
    signInDomain: 'signin.amazonaws-us-gov.com',
    homeRegion: 'us-gov-west-1',
    regionPattern: /^us-gov-\w+-\d+$/,
  },
  'aws-cn': {
    title: 'AWS in China',
    dnsSuffix: 'amazonaws.com.cn',
    consoleDomain: 'console.amazonaws.cn',
    signInDomain: 'signin.amazonaws.cn',
    homeRegion: 'cn-north-1',
    regionPattern: /^cn-\w+-\d+$/,
  },
  'aws-eusc': {
    title: 'AWS European Sovereign Cloud',
    dnsSuffix: 'amazonaws.eu',
    consoleDomain: 'console.amazonaws-eusc.eu',
    signInDomain: 'signin.amazonaws-eusc.eu',
    homeRegion: 'eusc-de-east-1',
    regionPattern: /^eusc-\w+-\w+-\d+$/,
  },
}

export const partitionIds = Partition.options

/** The host of the AWS console in a region, without scheme. */
export function consoleHost(partition: Partition, region: string): string {
  return `${region}.${partitions[partition].consoleDomain}`
}
