/** Long-term keys are deactivated. Those of a session expire, and their role can be revoked before. */
export type PastedCredentials = 'access-key' | 'session'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-prefixes */
const keyOfUser = /\bAKIA[A-Z2-7]{16}\b/
const keyOfSession = /\bASIA[A-Z2-7]{16}\b/

/** The names under which tools write them, with a value behind. */
const secret = /(?:aws_secret_access_key|SecretAccessKey|AWS_SECRET_ACCESS_KEY)\W{1,6}[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+])/
const token = /(?:aws_session_token|SessionToken|AWS_SESSION_TOKEN|aws_security_token)\W{1,6}[A-Za-z0-9/+=]{40}/

/** Null where a text has no credentials. */
export function pastedCredentials(text: string): PastedCredentials | null {
  if (keyOfSession.test(text) || token.test(text)) return 'session'
  return keyOfUser.test(text) || secret.test(text) ? 'access-key' : null
}
