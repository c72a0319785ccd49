/** Which AWS a server asks and its registry belongs to: `aws`, `simulator`, or the origin of an endpoint that is neither. */
export type AwsIdentity = string

export const ownAws: AwsIdentity = 'aws'
export const simulatedAws: AwsIdentity = 'simulator'
