import type { RolePlan } from '#core/connection/role-plan.ts'
import { type PolicyDocument, policyText } from '#core/policy/document.ts'
import { inEnglish, type Say, said } from '#core/rules/said.ts'
import type { Fix } from './fix.ts'
import { remedies } from './fixes.ts'
import { provisoWords, withoutTrust } from './insufficient-input.ts'
import type { PastedFact, UnrecognisedFact } from './pasted-fact.ts'
import { type Patient, patient } from './pasted-role.ts'
import type { Ailment, AilmentPart, AilmentWords } from './pasted-rule.ts'
import { ailments } from './pasted-rules.ts'
import { type TrustVerdict, trustVerdict } from './trust-verdict.ts'

type Words = { readonly sentence: string; readonly detail: string }

type Difference = Words & {
  readonly part: AilmentPart
  /** The text as it is and as it must be, for the policies alone. */
  readonly current: string | null
  readonly corrected: string | null
  readonly fixes: readonly Fix[]
}

export type Examination =
  /** The role was seen with its trust policy, and nothing is wrong with it. */
  | ({ readonly kind: 'as-planned' } & Words)
  /** What was pasted is right as far as it goes. */
  | ({ readonly kind: 'not-enough' } & Words)
  | ({
      readonly kind: 'differs'
      /** The permanent code of what has to be put right first. */
      readonly ailment: string
      readonly source: string
      readonly others: readonly string[]
    } & Difference)
  /** The policy is wrong in a way that has no name here. */
  | ({ readonly kind: 'unknown-ailment'; readonly verdict: TrustVerdict } & Difference)
  | ({ readonly kind: 'unreadable'; readonly seems: UnrecognisedFact['seems']; readonly at: UnrecognisedFact['at'] } & Words)

const text = (document: PolicyDocument | undefined): string | null => (document === undefined ? null : policyText(document))

const texts: Partial<Readonly<Record<AilmentPart, (seen: Patient) => Pick<Difference, 'current' | 'corrected'>>>> = {
  'trust-policy': ({ writtenTrust, plan }) => ({ current: text(writtenTrust ?? undefined), corrected: text(plan.trustPolicy) }),
  'permissions-policy': ({ permissions, plan }) => ({ current: text(permissions[0]?.document), corrected: text(plan.permissionsPolicy) }),
}

/** The entry of what no ailment says. */
const general = 'examination'

const words = ({ sentence, detail }: AilmentWords, entry: string, say: Say): Words => ({
  sentence: say(sentence, entry),
  detail: say(detail, entry),
})

function difference(part: AilmentPart, seen: Patient, say: Say): Omit<Difference, keyof Words> {
  const both = texts[part]?.(seen) ?? { current: null, corrected: null }
  return { part, ...both, fixes: remedies(part, seen.plan, say) }
}

const unreadableWords: Readonly<Record<UnrecognisedFact['seems'], AilmentWords>> = {
  empty: {
    sentence: said`Nothing was pasted.`,
    detail: said`Paste the output of aws iam get-role, the trust policy, or the events of the stack.`,
  },
  'json-broken': {
    sentence: said`The text begins as JSON and is not.`,
    detail: said`A part is missing, or a sign is wrong or too many. Copy the whole output once more.`,
  },
  yaml: {
    sentence: said`The text looks like YAML and is no answer of AWS that is known here.`,
    detail: said`Run the command with --output json, and paste all of it.`,
  },
  other: {
    sentence: said`The text is none that is known here.`,
    detail: said`Paste the output of aws iam get-role, the trust policy, the events of the stack, or the error text.`,
  },
}

const unknownWords: Readonly<Record<Exclude<TrustVerdict['kind'], 'safe'>, AilmentWords>> = {
  refused: {
    sentence: said`The trust policy refuses the right call, in a way that has no name here.`,
    detail: said`Replace it with the corrected policy.`,
  },
  open: {
    sentence: said`The trust policy lets a call in that must be refused, in a way that has no name here.`,
    detail: said`Replace it with the corrected policy.`,
  },
  unknown: {
    sentence: said`Whether the trust policy lets the right call in, and no other, cannot be told from its text.`,
    detail: said`It has a part whose outcome depends on what is not known here. Replace it with the corrected policy.`,
  },
}

const asPlanned = (plan: RolePlan, isWhole: boolean): AilmentWords =>
  isWhole
    ? {
        sentence: said`The role is as it was asked for.`,
        detail: said`If it still does not answer, AWS may need some more seconds, or a resource control policy of your organization stops the call.`,
      }
    : {
        sentence: said`The trust policy is as it was asked for.`,
        detail: said`It was not seen which role it belongs to. The ARN of the role must be ${plan.roleArn}.`,
      }

function withoutAilment(seen: Patient, say: Say): Examination {
  const { trust, role, plan } = seen
  if (trust === null) return { kind: 'not-enough', ...words(withoutTrust(seen), general, say) }
  const verdict = trustVerdict(trust.document, plan)
  if (verdict.kind !== 'safe') {
    const unknown = words(unknownWords[verdict.kind], general, say)
    return { kind: 'unknown-ailment', verdict, ...unknown, ...difference('trust-policy', seen, say) }
  }
  const left = seen.proviso === null ? null : provisoWords(seen.proviso, plan)
  if (left !== null) return { kind: 'not-enough', ...words(left, general, say) }
  const isWhole = role !== null && role.trustPolicy !== null && role.arn !== null
  return { kind: 'as-planned', ...words(asPlanned(plan, isWhole), general, say) }
}

type Named = { readonly ailment: Ailment; readonly found: AilmentWords }

const isSaidBetter = ({ saysLessThan = [] }: Ailment, found: readonly Named[]): boolean =>
  found.some(({ ailment }) => saysLessThan.includes(ailment.id))

/** What is wrong with the pasted role, the first thing first. Never throws, and never says that all is well unless it is proved. */
export function examine(pasted: readonly PastedFact[], plan: RolePlan, say: Say = inEnglish): Examination {
  const known = pasted.filter((fact) => fact.kind !== 'unrecognised')
  const unread = pasted.find((fact) => fact.kind === 'unrecognised')
  if (known.length === 0) {
    const { seems, at } = unread ?? { seems: 'empty', at: null }
    return { kind: 'unreadable', seems, at, ...words(unreadableWords[seems], general, say) }
  }
  const seen = patient(known, plan)
  const found = ailments.flatMap((ailment): Named[] => {
    const saidOf = ailment.found(seen)
    return saidOf === null ? [] : [{ ailment, found: saidOf }]
  })
  const [first, ...others] = found
  if (first === undefined) return withoutAilment(seen, say)
  const { id, part, source } = first.ailment
  return {
    kind: 'differs',
    ailment: id,
    source,
    others: others.filter(({ ailment }) => !isSaidBetter(ailment, found)).map(({ ailment }) => ailment.id),
    ...words(first.found, id, say),
    ...difference(part, seen, say),
  }
}
