import { type PolicyDocument, policyText } from '../policy/document.ts'
import type { RolePlan } from '../role-plan.ts'
import type { Ailment, AilmentPart, AilmentWords } from './ailment.ts'
import { ailments } from './ailments.ts'
import type { PastedFact, UnrecognisedFact } from './pasted-fact.ts'
import { type Patient, patient } from './patient.ts'
import { type Fix, remedies } from './remedies.ts'
import { type TrustVerdict, trustVerdict } from './trust-verdict.ts'

type Difference = AilmentWords & {
  readonly part: AilmentPart
  /** The text as it is and as it must be, for the policies alone. */
  readonly current: string | null
  readonly corrected: string | null
  readonly fixes: readonly Fix[]
}

export type Examination =
  /** The role was seen with its trust policy, and nothing is wrong with it. */
  | ({ readonly kind: 'as-planned' } & AilmentWords)
  /** What was pasted is right as far as it goes. */
  | ({ readonly kind: 'not-enough' } & AilmentWords)
  | ({
      readonly kind: 'differs'
      /** The permanent code of what has to be put right first. */
      readonly ailment: string
      readonly source: string
      readonly others: readonly string[]
    } & Difference)
  /** The policy is wrong in a way that has no name here. */
  | ({ readonly kind: 'unknown-ailment'; readonly verdict: TrustVerdict } & Difference)
  | ({ readonly kind: 'unreadable'; readonly seems: UnrecognisedFact['seems']; readonly at: UnrecognisedFact['at'] } & AilmentWords)

const text = (document: PolicyDocument | undefined): string | null => (document === undefined ? null : policyText(document))

const texts: Partial<Readonly<Record<AilmentPart, (seen: Patient) => Pick<Difference, 'current' | 'corrected'>>>> = {
  'trust-policy': ({ trust, plan }) => ({ current: text(trust?.document), corrected: text(plan.trustPolicy) }),
  'permissions-policy': ({ permissions, plan }) => ({ current: text(permissions[0]?.document), corrected: text(plan.permissionsPolicy) }),
}

function difference(part: AilmentPart, words: AilmentWords, seen: Patient): Difference {
  const both = texts[part]?.(seen) ?? { current: null, corrected: null }
  return { ...words, part, ...both, fixes: remedies[part](seen.plan) }
}

const unreadableWords: Readonly<Record<UnrecognisedFact['seems'], AilmentWords>> = {
  empty: { sentence: 'Nothing was pasted.', detail: 'Paste the output of aws iam get-role, the trust policy, or the events of the stack.' },
  'json-broken': {
    sentence: 'The text begins as JSON and is not.',
    detail: 'A part is missing, or a sign is wrong or too many. Copy the whole output once more.',
  },
  yaml: {
    sentence: 'The text looks like YAML and is no answer of AWS that is known here.',
    detail: 'Run the command with --output json, and paste all of it.',
  },
  other: {
    sentence: 'The text is none that is known here.',
    detail: 'Paste the output of aws iam get-role, the trust policy, the events of the stack, or the error text.',
  },
}

const unknownWords: Readonly<Record<Exclude<TrustVerdict['kind'], 'safe'>, AilmentWords>> = {
  refused: {
    sentence: 'The trust policy refuses the right call, in a way that has no name here.',
    detail: 'Replace it with the corrected policy.',
  },
  open: {
    sentence: 'The trust policy lets a call in that must be refused, in a way that has no name here.',
    detail: 'Replace it with the corrected policy.',
  },
  unknown: {
    sentence: 'Whether the trust policy lets the right call in, and no other, cannot be told from its text.',
    detail: 'It has a part whose outcome depends on what is not known here. Replace it with the corrected policy.',
  },
}

function withoutAilment(seen: Patient): Examination {
  const { trust, role, plan } = seen
  if (trust === null) {
    return {
      kind: 'not-enough',
      sentence: 'What was pasted is as it was asked for, and does not show the trust policy.',
      detail: `Paste the output of: aws iam get-role --role-name ${plan.roleName}`,
    }
  }
  const verdict = trustVerdict(trust.document, plan)
  if (verdict.kind !== 'safe') {
    return { kind: 'unknown-ailment', verdict, ...difference('trust-policy', unknownWords[verdict.kind], seen) }
  }
  const isWhole = role !== null && role.trustPolicy !== null && role.arn !== null
  return {
    kind: 'as-planned',
    sentence: isWhole ? 'The role is as it was asked for.' : 'The trust policy is as it was asked for.',
    detail: isWhole
      ? 'If it still does not answer, AWS may need some more seconds, or a resource control policy of your organization stops the call.'
      : `It was not seen which role it belongs to. The ARN of the role must be ${plan.roleArn}.`,
  }
}

type Named = { readonly ailment: Ailment; readonly words: AilmentWords }

const isSaidBetter = ({ saysLessThan = [] }: Ailment, found: readonly Named[]): boolean =>
  found.some(({ ailment }) => saysLessThan.includes(ailment.id))

/** What is wrong with the pasted role, the first thing first. Never throws, and never says that all is well unless it is proved. */
export function examine(pasted: readonly PastedFact[], plan: RolePlan): Examination {
  const known = pasted.filter((fact) => fact.kind !== 'unrecognised')
  const unread = pasted.find((fact) => fact.kind === 'unrecognised')
  if (known.length === 0) {
    const { seems, at } = unread ?? { seems: 'empty', at: null }
    return { kind: 'unreadable', seems, at, ...unreadableWords[seems] }
  }
  const seen = patient(known, plan)
  const found = ailments.flatMap((ailment): Named[] => {
    const words = ailment.found(seen)
    return words === null ? [] : [{ ailment, words }]
  })
  const [first, ...others] = found
  if (first === undefined) return withoutAilment(seen)
  const { id, part, source } = first.ailment
  return {
    kind: 'differs',
    ailment: id,
    source,
    others: others.filter(({ ailment }) => !isSaidBetter(ailment, found)).map(({ ailment }) => ailment.id),
    ...difference(part, first.words, seen),
  }
}
