import { holdsAt } from '#core/policy/evaluate.ts'
import { iamGuide, type Match, type RuleMessages, rule } from '#core/policy/form/rule.ts'
import { type ConditionView, readPrincipal } from '#core/policy/policy-view.ts'
import { momentsOf } from '#core/rules/trust-probes.ts'
import type { TrustRule, TrustStatement, TrustSubject } from '#core/rules/trust-subject.ts'
import { messages, type Text } from '#core/text/messages.ts'
import { conditionsOn, dropKeys, isForVendor, refusesWithoutKey } from './conditions.ts'
import { blocked, mayAdmitVendor, serviceKeys } from './tried-calls.ts'

export const tp31Messages = messages('TP31', {
  title: 'A key that only services send',
  what: 'aws:SourceArn, aws:SourceAccount or aws:SourceOrgID with an AWS principal',
  why: 'These keys exist only in requests that an AWS service makes. The vendor’s requests never have them, so AWS always denies them.',
  todo: 'Remove the condition.',
  found: (key: string) => `The vendor’s requests never have ${key}, so AWS denies them. Remove it.`,
  denied: (key: string) => `The vendor’s requests never have ${key}, so this Deny blocks them. Remove the statement.`,
})

type Placed = { readonly statement: TrustStatement; readonly condition: ConditionView }

/** The vendor may be kept out, and by this statement. */
export function mayKeepVendorOut(subject: TrustSubject, statement: TrustStatement): boolean {
  if (!statement.isAllow) return blocked(subject, statement) !== 'never'
  return subject.signature?.rightId !== 'allowed' && isForVendor(statement, subject)
}

/** A Deny covers each call of the vendor, or no other Allow lets one in. */
export function keepsVendorOut(subject: TrustSubject, statement: TrustStatement): boolean {
  if (!statement.isAllow) return blocked(subject, statement) === 'always'
  const others = subject.statements.filter(({ isAllow, path }) => isAllow && path !== statement.path)
  return mayKeepVendorOut(subject, statement) && others.every((other) => !mayAdmitVendor(subject, other))
}

/** A Deny goes as a whole: without the condition it would apply to more calls. */
const withoutCondition = (statement: TrustStatement, ...keys: readonly string[]) =>
  statement.isAllow ? dropKeys(statement, ...keys) : [{ path: statement.path }]

type Sentence = string | ((key: string) => string)

/** Reports conditions on these keys that no call of the vendor meets, where they keep it out. */
const unmetRule = (
  texts: RuleMessages<{ readonly found: Sentence; readonly denied: Sentence }>,
  source: string,
  keys: readonly string[],
  isUnmet: (placed: Placed) => boolean,
): TrustRule =>
  rule(texts, 'error', source, (subject) =>
    subject.statements
      .filter((statement) => statement.principals.length > 0 && keepsVendorOut(subject, statement))
      .flatMap((statement) => conditionsOn(statement, ...keys).map((condition) => ({ statement, condition })))
      .filter(isUnmet)
      .map(({ statement, condition: { key, keyName, path } }) => ({
        message: (language) => {
          const sentence = texts.in(language)[statement.isAllow ? 'found' : 'denied']
          return typeof sentence === 'string' ? sentence : sentence(key)
        },
        path,
        at: 'key',
        fix: withoutCondition(statement, keyName),
      })),
  )

export const tp31: TrustRule = unmetRule(
  tp31Messages,
  iamGuide('confused-deputy.html#cross-service-confused-deputy-prevention'),
  serviceKeys,
  ({ condition, statement }) => refusesWithoutKey(statement, condition),
)

export const tp32Messages = messages('TP32', {
  title: 'MFA is required',
  what: 'A condition that only a caller with MFA meets',
  why: 'Applications can’t use MFA, so AWS always denies the request.',
  todo: 'Remove the condition.',
  found: (key: string) => `Applications can’t use MFA, so this is never met. Remove ${key}.`,
  denied: 'Applications can’t use MFA, so this Deny blocks the vendor. Remove the statement.',
})

const tp32Keys = ['aws:multifactorauthpresent', 'aws:multifactorauthage']

function demandsMfa({ statement, condition }: Placed): boolean {
  const { comparison, isIfExists, isNegated, values, keyName } = condition
  if (comparison === 'Null' || keyName.endsWith('age')) return refusesWithoutKey(statement, condition)
  if (isNegated) return refusesWithoutKey(statement, condition)
  const wanted = statement.isAllow ? 'true' : 'false'
  return (
    (comparison === 'Bool' || isIfExists || comparison.startsWith('String')) && values.every(({ text }) => text.toLowerCase() === wanted)
  )
}

export const tp32: TrustRule = unmetRule(
  tp32Messages,
  iamGuide('reference_policies_condition-keys.html#condition-keys-multifactorauthpresent'),
  tp32Keys,
  demandsMfa,
)

export const tp33Messages = messages('TP33', {
  title: 'The caller’s IP address is restricted',
  what: 'aws:SourceIp or aws:VpcSourceIp',
  why: 'This works only with stable addresses that the vendor publishes. Private addresses never match, because the call reaches AWS over the internet or through an endpoint.',
  todo: 'Remove it, unless the vendor publishes its addresses and promises to keep them.',
  privateAddress: (text: string, key: string) => `${text} is a private address, which AWS never sees as ${key}. Remove the condition.`,
  found: 'This works only as long as the vendor calls from these addresses. Keep it only if the vendor publishes them.',
  excluded: 'This works only as long as the vendor doesn’t call from these addresses. Keep it only if the vendor confirms that.',
})

/** https://www.rfc-editor.org/rfc/rfc1918, https://www.rfc-editor.org/rfc/rfc6598 and https://www.rfc-editor.org/rfc/rfc4193 */
const privateAddress =
  /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|127\.|169\.254\.|f[cd][0-9a-f]{2}:)/i

function message({ isAllow }: TrustStatement, { values, key, isNegated }: ConditionView): Text {
  if (isAllow === isNegated) return (language) => tp33Messages.in(language).excluded
  const found = values.find(({ text }) => privateAddress.test(text))
  if (found !== undefined) return (language) => tp33Messages.in(language).privateAddress(found.text, key)
  return (language) => tp33Messages.in(language).found
}

export const tp33: TrustRule = rule(
  tp33Messages,
  'warning',
  iamGuide('reference_policies_condition-keys.html#condition-keys-sourceip'),
  (subject) =>
    subject.statements
      .filter((statement) => mayKeepVendorOut(subject, statement))
      .flatMap((statement) =>
        conditionsOn(statement, 'aws:sourceip', 'aws:vpcsourceip').map((condition) => ({
          message: message(statement, condition),
          path: condition.path,
          at: 'key',
          fix: withoutCondition(statement, 'aws:sourceip', 'aws:vpcsourceip'),
        })),
      ),
)

export const tp34Messages = messages('TP34', {
  title: 'aws:PrincipalArn is never a session',
  what: 'aws:PrincipalArn compared with an assumed-role ARN',
  why: 'In a role session, aws:PrincipalArn is the role’s ARN, so it never equals an assumed-role ARN.',
  todo: 'Write the ARN of the role: arn:aws:iam::…:role/….',
  found: (value: string) => `In a role session, aws:PrincipalArn is the role’s ARN. Write ${value}.`,
})

const sessionArns = (statement: TrustStatement): readonly Match[] =>
  conditionsOn(statement, 'aws:principalarn').flatMap(({ values }) =>
    values
      .filter(({ text }) => /^arn:[^:]*:sts::[^:]*:assumed-role\//.test(text))
      .map(({ text, path }) => {
        const value =
          readPrincipal(text).roleArn ?? text.replace(/^arn:([^:]*):sts::([^:]*):assumed-role\/([^/]*).*$/s, 'arn:$1:iam::$2:role/$3')
        return { message: (language) => tp34Messages.in(language).found(JSON.stringify(value)), path, fix: [{ path, value }] }
      }),
  )

export const tp34: TrustRule = rule(
  tp34Messages,
  'error',
  iamGuide('reference_policies_condition-keys.html#condition-keys-principalarn'),
  ({ statements }) => statements.flatMap(sessionArns),
)

export const tp49Messages = messages('TP49', {
  title: 'The time has passed',
  what: 'A condition on aws:CurrentTime or aws:EpochTime that no call meets any more',
  why: 'AWS compares the time of the call, so the statement allows no call from that time on.',
  todo: 'Remove the condition, or write a later time.',
  found: 'This time has passed, so this statement allows no more calls. Remove the condition.',
})

/** An Allow whose time has passed. The evaluation covers a Deny that applies to everyone from now on. */
const hasPassed = ({ isAllow }: TrustStatement, condition: ConditionView, now: Date): boolean =>
  isAllow && !holdsAt({ [condition.operator]: { [condition.key]: condition.values.map(({ text }) => text) } }, momentsOf([condition], now))

export const tp49: TrustRule = rule(
  tp49Messages,
  'error',
  iamGuide('reference_policies_condition-keys.html#condition-keys-currenttime'),
  (subject) =>
    subject.statements
      .filter((statement) => keepsVendorOut(subject, statement))
      .flatMap((statement) =>
        conditionsOn(statement, 'aws:currenttime', 'aws:epochtime')
          .filter((condition) => hasPassed(statement, condition, subject.terms.now))
          .map(({ path, keyName }) => ({
            message: (language) => tp49Messages.in(language).found,
            path,
            at: 'key',
            fix: dropKeys(statement, keyName),
          })),
      ),
)

export const tp35Messages = messages('TP35', {
  title: 'The caller’s organization is restricted',
  what: 'aws:PrincipalOrgID or aws:PrincipalOrgPaths',
  why: 'Only callers in the named organization meet it. Unless that’s the vendor’s organization, the vendor never does.',
  todo: 'Remove the condition.',
  found: 'Unless the named organization is the vendor’s, the vendor never meets this. Remove it.',
  denied: 'Unless the named organization is the vendor’s, this Deny blocks the vendor. Remove the statement.',
})

const tp35Keys = ['aws:principalorgid', 'aws:principalorgpaths']

/** A pattern such as o-* covers every organization, also the vendor’s. */
const namesOrganization = ({ values }: ConditionView): boolean => values.every(({ text }) => !/^(o-)?[*?]+/.test(text))

export const tp35: TrustRule = unmetRule(
  tp35Messages,
  iamGuide('reference_policies_condition-keys.html#condition-keys-principalorgid'),
  tp35Keys,
  ({ statement, condition }) =>
    statement.isAllow !== condition.isNegated && condition.comparison !== 'Null' && namesOrganization(condition),
)
