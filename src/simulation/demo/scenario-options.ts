import { localized } from '#i18n/language.ts'
import type { SelectOption } from '#ui/controls/select-field.tsx'
import type { DemoScenario } from './demo-scenarios.ts'
import { scenarioMessages } from './scenario-messages.ts'

/** To choose one of, in the language of the page. */
export const scenarioOptions = (scenarios: readonly DemoScenario[]): readonly SelectOption[] =>
  scenarios.map(({ id, group }) => ({
    value: id,
    label: localized(scenarioMessages).scenarios[id].title,
    group: localized(scenarioMessages).groups[group],
  }))
