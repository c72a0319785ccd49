import { isSessionOf } from '#core/aws/arn.ts'
import type { Region } from '#core/aws/region.ts'
import { denialCodes, verifySessionName } from '#core/verify/probe.ts'
import type { CanaryState, Sts } from '#core/verify/sts.ts'

/** Any text will do: the canary asks for none. */
const anyExternalId = 'rolebridge-canary'

/**
 * The canary is a role in the vendor's own account that asks for no external ID, with the name and path of the customers' roles. Where our
 * own policies deny the calls that a secure role must deny, they deny them for the canary too, and that tells the two apart.
 */
export async function canaryState(roleArn: string, region: Region, assumeRole: Sts['assumeRole']): Promise<CanaryState> {
  const call = (externalId: string | undefined) => assumeRole({ roleArn, externalId, region, sessionName: verifySessionName })
  const answers = await Promise.all([call(undefined), call(anyExternalId)])
  if (answers.every((answer) => answer.kind === 'assumed' && isSessionOf(answer.assumedRoleArn, roleArn))) return 'sighted'
  return answers.some((answer) => answer.kind === 'refused' && denialCodes.includes(answer.code)) ? 'blind' : 'unknown'
}
