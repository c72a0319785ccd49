import { messages } from '#core/text/messages.ts'
import { operatorForms } from './external-id-operators.ts'
import { valueForms } from './external-id-values.ts'
import { generalExternalIdRules } from './general-rules.ts'
import { type PastedRule, pages } from './pasted-rule.ts'
import { must, ofTest } from './tested-external-id.ts'
import type { ConditionTest } from './trust-reading.ts'

export const externalIdRulesMessages = messages('external-id-rules', {
  externalIdKey: {
    title: 'The condition key of the external ID is misspelt',
    sentence: (key: string) => `The condition is on the key ${key}, which does not exist; the key is sts:ExternalId.`,
    detail: (must: string) => `It isn’t a valid condition key, so it never has a value. ${must}`,
  },
  secondStatementOpen: {
    title: 'A second statement asks for no external ID',
    sentence: (rest: string) => `A second statement${rest} lets the role be assumed without the external ID.`,
    detail: 'Statements add up, so the weakest one decides. The trust policy must have one statement only.',
  },
  externalIdNotAsked: {
    title: 'There is no condition on the external ID',
    sentence: 'The trust policy has no condition on the external ID.',
    detail: (vendor: string, must: string) =>
      `Without it somebody else who uses ${vendor} could name your role and be served with your data. ${must}`,
  },
})

export const isMisspelt = ({ key }: ConditionTest): boolean => /external.?id/i.test(key) && key.toLowerCase() !== 'sts:externalid'

const misspelt: PastedRule = {
  id: 'external-id-key',
  suppresses: [...generalExternalIdRules, 'condition-further'],
  part: 'trust-policy',
  title: (language) => externalIdRulesMessages.in(language).externalIdKey.title,
  source: pages.stsKeys,
  found: (pastedRole) => {
    const test = (pastedRole.trust?.assuming ?? []).flatMap(({ tests }) => tests).find(isMisspelt)
    if (test === undefined) return null
    return {
      sentence: (language) => externalIdRulesMessages.in(language).externalIdKey.sentence(test.key),
      detail: (language) => externalIdRulesMessages.in(language).externalIdKey.detail(must(pastedRole)(language)),
    }
  },
}

const isOpen = ({
  tests,
  idTests: own,
}: {
  readonly tests: readonly ConditionTest[]
  readonly idTests: readonly ConditionTest[]
}): boolean => own.length === 0 && !tests.some(isMisspelt)

const secondOpen: PastedRule = {
  id: 'second-statement-open',
  suppresses: ['TP11', 'TP22', 'statement-further', 'principal-arn-missing'],
  part: 'trust-policy',
  title: (language) => externalIdRulesMessages.in(language).secondStatementOpen.title,
  source: pages.confusedDeputy,
  found: (pastedRole) => {
    const assuming = pastedRole.trust?.assuming ?? []
    const open = assuming.find(isOpen)
    if (open === undefined || assuming.every(isOpen)) return null
    return {
      sentence: (language) =>
        externalIdRulesMessages.in(language).secondStatementOpen.sentence(open.statement.Sid ? `, "${open.statement.Sid}",` : ''),
      detail: (language) => externalIdRulesMessages.in(language).secondStatementOpen.detail,
    }
  },
}

const noCondition: PastedRule = {
  id: 'external-id-not-asked',
  part: 'trust-policy',
  title: (language) => externalIdRulesMessages.in(language).externalIdNotAsked.title,
  source: pages.confusedDeputy,
  found: (pastedRole) => {
    const assuming = pastedRole.trust?.assuming ?? []
    if (assuming.length === 0 || !assuming.every(isOpen)) return null
    return {
      sentence: (language) => externalIdRulesMessages.in(language).externalIdNotAsked.sentence,
      detail: (language) =>
        externalIdRulesMessages.in(language).externalIdNotAsked.detail(pastedRole.plan.vendor.name, must(pastedRole)(language)),
    }
  },
}

/** Which external ID is asked for, and how. */
export const externalIdRules: readonly PastedRule[] = [
  misspelt,
  secondOpen,
  noCondition,
  ...operatorForms.map(ofTest),
  ...valueForms.map(ofTest),
]
