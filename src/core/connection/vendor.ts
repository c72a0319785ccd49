import * as z from 'zod/mini'
import { withInspectionSet } from './inspection-set.ts'
import { applicationRules } from './vendor-config/application-rules.ts'
import { conditionRules } from './vendor-config/condition-rules.ts'
import type { ConfigFinding, ConfigRule } from './vendor-config/config-finding.ts'
import { setsWithoutChecks, withDerivedChecks } from './vendor-config/derived-checks.ts'
import { readForm } from './vendor-config/form-spots.ts'
import { identityRules, linkRules } from './vendor-config/identity-rules.ts'
import { managedPolicyRules } from './vendor-config/managed-policy-rules.ts'
import { offerRules } from './vendor-config/offer-rules.ts'
import { checkRules, parameterRules } from './vendor-config/parameter-rules.ts'
import { partitionRules, templateRules } from './vendor-config/partition-rules.ts'
import { externalIdRules, roleRules } from './vendor-config/role-rules.ts'
import { actionRules, resourceRules } from './vendor-config/statement-rules.ts'
import { languageRules, textRules, withPresentKeys, wordRules } from './vendor-config/text-rules.ts'
import { valueRules } from './vendor-config/value-rules.ts'
import type { VendorFields } from './vendor-fields.ts'

export type { ServedVendor } from './vendor-fields.ts'

export type Vendor = VendorFields

export type ConfigReading = {
  /** Null if there is an error. */
  readonly vendor: Vendor | null
  readonly findings: readonly ConfigFinding[]
}

/** With what follows from the config. */
const completed = (given: VendorFields, config: unknown): VendorFields =>
  withInspectionSet(withDerivedChecks({ ...given, words: withPresentKeys(given.words) }, setsWithoutChecks(config)))

/** Reads a config that was parsed as JSON, and says everything about it at once. */
export function readVendorConfig(config: unknown): ConfigReading {
  const { fields: given, spots } = readForm(config)
  const fields = given === null ? null : completed(given, config)
  const formFindings = spots.map((spot): ConfigFinding => ({ ...spot, severity: 'error' }))
  const findings = [...formFindings, ...(fields === null ? [] : ruleFindings(fields))]
  return { vendor: findings.some(({ severity }) => severity === 'error') ? null : fields, findings }
}

/** The vendor's config, `public/vendor.json`. One that parses can be rendered, and IAM accepts what is rendered. The message of an issue is a sentence. */
export const Vendor = z.pipe(
  z.unknown(),
  z.transform((config, context): Vendor => {
    const { vendor, findings } = readVendorConfig(config)
    for (const { severity, path, message } of findings)
      if (severity === 'error') context.issues.push({ code: 'custom', path: [...path], message, input: config })
    return vendor ?? z.NEVER
  }),
)

const vendorRules: readonly ConfigRule[] = [
  ...textRules,
  ...languageRules,
  ...partitionRules,
  ...offerRules,
  ...applicationRules,
  ...roleRules,
  ...externalIdRules,
  ...templateRules,
  ...linkRules,
  ...wordRules,
  ...identityRules,
  ...actionRules,
  ...resourceRules,
  ...managedPolicyRules,
  ...parameterRules,
  ...valueRules,
  ...conditionRules,
  ...checkRules,
]

/** Everything that the rules find in a config whose fields have their forms. */
const ruleFindings = (vendor: VendorFields): readonly ConfigFinding[] =>
  vendorRules.flatMap(({ severity, check }) => check(vendor).map((spot) => ({ ...spot, severity })))
