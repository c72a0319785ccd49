import { isPlaceholder } from '#core/text/placeholder.ts'
import type { PastedRole } from './pasted-role.ts'
import type { Found, PastedRule, RulePart } from './pasted-rule.ts'
import { unfilled } from './placeholder-rules.ts'
import { deniedCall } from './role-denial.ts'

export type Named = { readonly rule: PastedRule; readonly found: Found }

/** Never the reason why the vendor is kept out. */
const onlyOpening: readonly string[] = [
  'TP02',
  'principal-limited',
  'TP07',
  'TP09',
  'TP11',
  'TP21',
  'TP22',
  'TP23',
  'principal-arn-missing',
  'principal-own-role',
  'principal-kept-out',
  'statement-further',
]

const unexplained = 'failure-unexplained'

/** A fault that only lets others in, in a policy that lets the vendor in, doesn't explain a failed connection. */
const isNoCause = ({ id }: PastedRule, { trust, vendorWords, errors }: PastedRole): boolean =>
  onlyOpening.includes(id) && trust?.signature?.rightId === 'allowed' && (errors.length > 0 || (vendorWords?.failure ?? null) !== null)

/** The failure comes before faults that don't explain it, and isn't told along with others. */
function unexplainedFirst(found: readonly Named[], role: PastedRole): readonly Named[] {
  const others = found.filter(({ rule }) => rule.id !== unexplained)
  const [first] = others
  if (first === undefined) return found
  if (!isNoCause(first.rule, role)) return others
  const isOpening = ({ rule }: Named): boolean => onlyOpening.includes(rule.id)
  return [
    ...found.filter(({ rule }) => rule.id === unexplained),
    ...others.filter((named) => !isOpening(named)),
    ...others.filter(isOpening),
  ]
}

/** Reasons that keep the vendor out come before faults that only let others in. */
function keepingOutFirst(found: readonly Named[], { trust }: PastedRole): readonly Named[] {
  if (trust === null || trust.signature === null || trust.signature.rightId === 'allowed') return found
  const isOpening = ({ rule }: Named): boolean => onlyOpening.includes(rule.id)
  const end = found.findLastIndex((named) => named.rule.part === 'trust-policy' && !isOpening(named)) + 1
  const all = found.slice(0, end)
  return [...all.filter((named) => !isOpening(named)), ...all.filter(isOpening), ...found.slice(end)]
}

/** Tells of the call, and nothing of the role or the values. */
const ofCallAlone: readonly string[] = [
  'terminal-profile',
  'terraform-configuration',
  'terraform-backend',
  'terraform-role-unread',
  'terminal-credentials',
  'application-credentials',
  'terminal-busy',
  'terminal-no-region',
  'terminal-no-connection',
  'call-clock',
  'call-region-rejected',
]

/** A call that is made again after such an error tells more. The values of the call are told along with it. */
function ofCallLast(found: readonly Named[]): readonly Named[] {
  const isOfCall = ({ rule }: Named): boolean => ofCallAlone.includes(rule.id)
  const isOfValue = ({ rule }: Named): boolean => rule.id.startsWith('vendor-other-')
  const more = found.filter((named) => !isOfCall(named) && !isOfValue(named))
  return more.length === 0 ? found : [...more, ...found.filter((named) => !more.includes(named))]
}

/** The rules about permissions, which matter once the role is assumed. */
const ofPermissions: readonly RulePart[] = ['permissions-policy', 'attached-policies', 'further-policies']

/** A role that can't be assumed is never asked what it can do. */
function assumptionFirst(found: readonly Named[], { trust, errors, plan }: PastedRole): readonly Named[] {
  const isDenied = errors.some(({ message }) => deniedCall(message) !== null && !message.includes(`:assumed-role/${plan.roleName}/`))
  if (trust !== null || !isDenied) return found
  return [
    ...found.filter(({ rule }) => !ofPermissions.includes(rule.part)),
    ...found.filter(({ rule }) => ofPermissions.includes(rule.part)),
  ]
}

/** A failure that the text tells of has another cause than permissions that weren't requested. A policy of the organization only denies. */
function moreThanRequestedLast(found: readonly Named[], { vendorWords }: PastedRole): readonly Named[] {
  if ((vendorWords?.failure ?? null) === null) return found
  const isOfOrganization = found.some(({ rule }) => rule.id === 'stated-organization-policy')
  const isMore = ({ rule }: Named): boolean =>
    rule.id === 'permissions-further' || (isOfOrganization && rule.id === 'permissions-only-denies')
  return [...found.filter((named) => !isMore(named)), ...found.filter(isMore)]
}

/** A reason why the vendor's calls fail comes before a condition that its calls don't need. */
function sessionBeforeLimit(found: readonly Named[]): readonly Named[] {
  const isLimit = ({ rule }: Named): boolean => rule.id === 'principal-arn-missing'
  const session = found.find(({ rule }) => rule.id === 'session-too-short')
  if (session === undefined || !found.some(isLimit)) return found
  const others = found.filter((named) => named !== session)
  const at = others.findIndex(isLimit)
  return [...others.slice(0, at), session, ...others.slice(at)]
}

/** A part of a policy that someone shows tells more by its values, unless they are to be filled in. */
function fragmentLast(found: readonly Named[], role: PastedRole): readonly Named[] {
  const isPart = ({ rule }: Named): boolean => rule.id === 'policy-fragment' && unfilled(role, isPlaceholder) === ''
  return [...found.filter((named) => !isPart(named)), ...found.filter(isPart)]
}

/** The faults of the pasted role in the order in which they are to be fixed, where that of the rules isn't. */
export const inOrder = (found: readonly Named[], role: PastedRole): readonly Named[] =>
  sessionBeforeLimit(
    fragmentLast(
      unexplainedFirst(moreThanRequestedLast(ofCallLast(assumptionFirst(keepingOutFirst(found, role), role)), role), role),
      role,
    ),
  )
