import { said } from '#core/rules/said.ts'
import { operatorForms } from './external-id-operators.ts'
import { valueForms } from './external-id-values.ts'
import { type Ailment, pages } from './pasted-rule.ts'
import { must, ofTest } from './tested-external-id.ts'
import type { ConditionTest } from './trust-reading.ts'

export const isMisspelt = ({ key }: ConditionTest): boolean => /external.?id/i.test(key) && key.toLowerCase() !== 'sts:externalid'

const misspelt: Ailment = {
  id: 'external-id-key',
  part: 'trust-policy',
  title: 'The condition key of the external ID is misspelt',
  source: pages.stsKeys,
  found: (patient) => {
    const test = (patient.trust?.assuming ?? []).flatMap(({ tests }) => tests).find(isMisspelt)
    if (test === undefined) return null
    return {
      sentence: said`The condition is on the key ${test.key}, which does not exist; the key is sts:ExternalId.`,
      detail: said`IAM takes any name for a key and never finds a value for this one. ${must(patient)}`,
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

const secondOpen: Ailment = {
  id: 'second-statement-open',
  part: 'trust-policy',
  title: 'A second statement asks for no external ID',
  source: pages.confusedDeputy,
  found: (patient) => {
    const assuming = patient.trust?.assuming ?? []
    const open = assuming.find(isOpen)
    if (open === undefined || assuming.every(isOpen)) return null
    return {
      sentence: said`A second statement${open.statement.Sid ? `, "${open.statement.Sid}",` : ''} lets the role be assumed without the external ID.`,
      detail: said`Statements add up, so the weakest one decides. The trust policy must have one statement only.`,
    }
  },
}

const noCondition: Ailment = {
  id: 'external-id-not-asked',
  part: 'trust-policy',
  title: 'There is no condition on the external ID',
  source: pages.confusedDeputy,
  found: (patient) => {
    const assuming = patient.trust?.assuming ?? []
    if (assuming.length === 0 || !assuming.every(isOpen)) return null
    return {
      sentence: said`The trust policy has no condition on the external ID.`,
      detail: said`Without it somebody else who uses ${patient.plan.vendor.name} could name your role and be served with your data. ${must(patient)}`,
    }
  },
}

/** Which external ID is asked for, and how. */
export const externalIdAilments: readonly Ailment[] = [
  misspelt,
  secondOpen,
  noCondition,
  ...operatorForms.map(ofTest),
  ...valueForms.map(ofTest),
]
