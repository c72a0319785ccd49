import type { SelectOption } from '#ui/controls/select-field.tsx'
import type { DemoScenario } from './demo-scenarios.ts'
import { scenarioWords as words } from './scenario-words.ts'

/** To choose one of, in the language of the page. */
export const scenarioOptions = (scenarios: readonly DemoScenario[]): readonly SelectOption[] =>
  scenarios.map(({ id, group }) => ({ value: id, label: words.scenarios[id].title, group: words.groups[group] }))
