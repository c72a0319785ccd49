import type { VendorFields } from '#core/connection/vendor-fields.ts'
import { conditionRules } from './condition-rules.ts'
import type { ConfigFinding, ConfigRule } from './config-finding.ts'
import { identityRules, linkRules } from './identity-rules.ts'
import { checkRules, parameterRules } from './parameter-rules.ts'
import { partitionRules, templateRules } from './partition-rules.ts'
import { externalIdRules, roleRules } from './role-rules.ts'
import { actionRules, resourceRules } from './statement-rules.ts'
import { languageRules, textRules } from './text-rules.ts'
import { wordRules } from './word-rules.ts'

const vendorRules: readonly ConfigRule[] = [
  ...textRules,
  ...languageRules,
  ...partitionRules,
  ...roleRules,
  ...externalIdRules,
  ...templateRules,
  ...linkRules,
  ...wordRules,
  ...identityRules,
  ...actionRules,
  ...resourceRules,
  ...parameterRules,
  ...conditionRules,
  ...checkRules,
]

/** Everything that the rules find in a config whose fields have their forms. */
export const ruleFindings = (vendor: VendorFields): readonly ConfigFinding[] =>
  vendorRules.flatMap(({ severity, check }) => check(vendor).map((spot) => ({ ...spot, severity })))
