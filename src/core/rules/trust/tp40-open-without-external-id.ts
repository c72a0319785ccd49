import type { ProbeName } from '#core/rules/trust-signature.ts'
import type { TrustSubject } from '#core/rules/trust-subject.ts'
import { messages } from '#core/text/messages.ts'
import type { Text } from '#core/text/text.ts'
import { patternRules } from './pattern-rules.ts'
import type { TrustRule } from './trust-rule.ts'

export const tp40Messages = messages('TP40', {
  title: 'Evaluated: opens without the right external ID',
  what: 'A policy that lets a call without the external ID in, by a way that no other rule knows',
  why: 'Without the external ID the product can be tricked into using this role for another customer: the confused deputy.',
  todo: 'Use the trust policy as it is proposed.',
  noId: 'no external ID',
  randomId: 'a random external ID',
  nearMiss: 'an external ID that is almost the right one',
  found: (probe: string) => `A call with ${probe} gets in. Compare sts:ExternalId with StringEquals, in every Allow.`,
})

const patternsOfTheExternalId = ['TP11', 'TP12', 'TP14', 'TP15', 'TP16', 'TP17', 'TP18', 'TP21', 'TP22', 'TP43']

const probes: Readonly<Record<ProbeName, Text>> = {
  'no external ID': (language) => tp40Messages.in(language).noId,
  'a random external ID': (language) => tp40Messages.in(language).randomId,
  'an external ID that is almost the right one': (language) => tp40Messages.in(language).nearMiss,
}

const isExplained = (subject: TrustSubject): boolean =>
  patternRules.some(({ id, check }) => patternsOfTheExternalId.includes(id) && check(subject).length > 0)

export const tp40: TrustRule = {
  id: 'TP40',
  severity: 'critical',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html',
  messages: tp40Messages,
  check: (subject) => {
    const open = subject.signature?.wrongIds.find(({ evaluation }) => evaluation === 'allowed')
    if (open === undefined || isExplained(subject)) return []
    return [
      {
        message: (language) => tp40Messages.in(language).found(probes[open.probe](language)),
        path: ['Statement'],
      },
    ]
  },
}
