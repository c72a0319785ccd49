import type { ErrorTextFact, SignInFault } from './pasted-fact.ts'

export const signsIn = ({ code, operation, message }: ErrorTextFact): boolean =>
  code === 'OtherSignIn' ||
  /^AssumeRoleWith/.test(operation ?? '') ||
  /(?:sts:|calling the )AssumeRoleWith(?:WebIdentity|SAML)\b/i.test(message)

/**
 * AWS's words come before a policy in the text, unless AWS only denies the call.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html#API_AssumeRoleWithWebIdentity_Errors
 */
const faults: readonly (readonly [fault: SignInFault, form: RegExp])[] = [
  ['no-provider', /No OpenIDConnect provider found/i],
  ['audience', /Incorrect token audience/i],
  ['keys', /Couldn['’]t retrieve verification key/i],
  ['role-arn', /Request ARN is invalid/i],
  ['thumbprint', /certificate doesn['’]t match configured thumbprint/i],
  ['tags', /Unable to validate tags|Invalid session tag/i],
  [
    'no-token',
    /failed (?:fetching|to (?:read|retrieve|fetch)) (?:the )?(?:web ?identity|jwt|oidc|token)[^\n]{0,60}(?:token|file)|ACTIONS_ID_TOKEN_REQUEST_(?:URL|TOKEN)/i,
  ],
  ['expired', /\b(?:token|response)\b[^\n]{0,30}\bexpired\b|\bExpiredToken|must be redeemed within/i],
  ['saml-denied', /not authorized to perform:? sts:AssumeRoleWithSAML/i],
  ['subject-as-audience', /:aud["']?\s*[:=]\s*\[?\s*["']system:serviceaccount:/],
  ['literal-wildcard', /["']?(?<!\w)StringEquals["']?\s*[:=]\s*\{[^}]{0,300}:sub["']?\s*[:=]\s*\[?\s*["'][^"'\n]{0,200}\*/],
  ['provider-host', /:oidc-provider\/(?!oidc\.eks\.)oidc\.[\w-]+\.eks\.amazonaws\.com/],
  ['provider-scheme', /:oidc-provider\/https?:|["']https:\/\/[\w./-]{5,100}:(?:sub|aud)["']/],
  ['denied', /not authorized to perform:? sts:AssumeRoleWithWebIdentity/i],
  ['saml', /\bSAML\b/],
]

const admitted =
  /\bsystem:serviceaccount:[\w.${}[\]*-]+:([\w.${}[\]*-]+)|\bnamespace_service_accounts\s*=\s*\[\s*"[^"\n]*:([^":\n]+)"\s*\]/g
const used =
  /\bserviceAccountName["']?\s*[:=]\s*["']?([\w.-]+)|\bkind: ServiceAccount\b[\s\S]{0,100}?\bname:\s*["']?([\w.-]+)|"kubernetes_service_account(?:_v1)?"[^{]*\{\s*metadata\s*\{[^}]{0,200}?\bname\s*=\s*"([^"\n]+)"|\bservice account ["'`]?(?:[\w.-]+[:/])?([\w.]*-?[\w.-]*[-_\d][\w.-]*|(?<=[:/])[\w.-]+)/g

const namesOf = (text: string, form: RegExp): readonly string[] =>
  [...text.matchAll(form)].flatMap(([, ...names]) => names.find((name) => name !== undefined) ?? [])

/** With each value that a program fills in as anything. Null where all of it is. */
function patternOf(name: string): RegExp | null {
  const parts = name.split(/\$\{[^}]*\}|\*/)
  return parts.every((part) => part === '') ? null : new RegExp(`^${parts.map((part) => part.replace(/[.[\]{}$]/g, '\\$&')).join('.*')}$`)
}

/** No value of the variables makes the two names one. */
const differ = (one: string, other: string): boolean => {
  const [first, second] = [patternOf(one), patternOf(other)]
  return first !== null && second !== null && !first.test(other) && !second.test(one)
}

/** The text shows one service account that the role admits, and only others that are used. */
function hasOtherAccount(text: string): boolean {
  const [names, others] = [namesOf(text, admitted), namesOf(text, used)]
  return names.length > 0 && others.length > 0 && names.every((name) => others.every((other) => differ(name, other)))
}

function signInFault(text: string): SignInFault {
  const fault = faults.find(([, form]) => form.test(text))?.[0] ?? 'other'
  return (fault === 'denied' || fault === 'other') && hasOtherAccount(text) ? 'service-account' : fault
}

/** Longer texts are logs, whose policies are not those of the call. */
const longestText = 20_000

/** With the fault that the whole text shows. */
export const withSignIn = <Fact extends { readonly kind: string }>(
  facts: readonly (Fact | ErrorTextFact)[],
  text: string,
): readonly (Fact | ErrorTextFact)[] =>
  facts.map((fact) =>
    'message' in fact && fact.kind === 'error-text' && signsIn(fact) ? { ...fact, signIn: signInFault(text.slice(0, longestText)) } : fact,
  )
