import type { VendorFields } from '#core/connection/vendor-fields.ts'
import { actionRules } from './action-rules.ts'
import { checkRules } from './check-rules.ts'
import { conditionRules } from './condition-rules.ts'
import type { ConfigFinding, ConfigRule } from './config-finding.ts'
import { externalIdRules } from './external-id-rules.ts'
import { identityRules } from './identity-rules.ts'
import { languageRules } from './language-rules.ts'
import { linkRules } from './link-rules.ts'
import { parameterRules } from './parameter-rules.ts'
import { partitionRules } from './partition-rules.ts'
import { resourceRules } from './resource-rules.ts'
import { roleRules } from './role-rules.ts'
import { templateRules } from './template-rules.ts'
import { textRules } from './text-rules.ts'
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
