import { type Said, said } from '#core/rules/said.ts'
import type { ProbeName } from '#core/rules/trust-signature.ts'
import type { TrustSubject } from '#core/rules/trust-subject.ts'
import { patternRules } from './pattern-rules.ts'
import type { TrustRule } from './trust-rule.ts'

const patternsOfTheExternalId = ['TP11', 'TP12', 'TP14', 'TP15', 'TP16', 'TP17', 'TP18', 'TP21', 'TP22', 'TP43']

const probes: Readonly<Record<ProbeName, Said>> = {
  'no external ID': said`no external ID`,
  'a random external ID': said`a random external ID`,
  'an external ID that is almost the right one': said`an external ID that is almost the right one`,
}

const isExplained = (subject: TrustSubject): boolean =>
  patternRules.some(({ id, check }) => patternsOfTheExternalId.includes(id) && check(subject).length > 0)

export const tp40: TrustRule = {
  id: 'TP40',
  severity: 'critical',
  title: 'Evaluated: opens without the right external ID',
  what: 'A policy that lets a call without the external ID in, by a way that no other rule knows',
  why: 'Without the external ID the product can be tricked into using this role for another customer: the confused deputy.',
  todo: 'Use the trust policy as it is proposed.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html',
  check: (subject) => {
    const open = subject.signature?.wrongIds.find(({ evaluation }) => evaluation === 'allowed')
    if (open === undefined || isExplained(subject)) return []
    return [
      {
        message: said`A call with ${probes[open.probe]} gets in. Compare sts:ExternalId with StringEquals, in every Allow.`,
        path: ['Statement'],
      },
    ]
  },
}
