import { type AwsIdentity, ownAws, type Settings } from './config/environment.ts'

export type Started = {
  readonly settings: Settings
  readonly port: number
  readonly aws: AwsIdentity
  /** Null with live AWS. */
  readonly simulatorEndpoint: string | null
}

function awsLines({ aws, simulatorEndpoint }: Started): readonly string[] {
  if (simulatorEndpoint !== null)
    return [
      `AWS: simulated, on ${simulatorEndpoint} (no AWS account is needed or touched)`,
      'Type the account 444455556666 in the wizard and create the role in the simulated console that opens, or use any AWS client:',
      `  AWS_ENDPOINT_URL=${simulatorEndpoint} AWS_ACCESS_KEY_ID=SIM444455556666 AWS_SECRET_ACCESS_KEY=any AWS_DEFAULT_REGION=us-east-1 aws sts get-caller-identity`,
    ]
  if (aws === ownAws) return ['AWS: live']
  return [`AWS: ${aws}, which is not an endpoint of AWS. Every verdict and receipt is marked as simulated.`]
}

/** The address by which a person on this machine reaches the server. */
export function localUrl({ settings, port }: Pick<Started, 'settings' | 'port'>): string {
  const host = ['127.0.0.1', '0.0.0.0', '::', '::1'].includes(settings.host) ? 'localhost' : settings.host
  return `http://${host}:${port}`
}

/** The lines that are printed once the server listens. */
export const announcement = (started: Started): readonly string[] => [`Rolebridge: ${localUrl(started)}`, ...awsLines(started)]
