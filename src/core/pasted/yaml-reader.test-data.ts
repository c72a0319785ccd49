import { parse } from 'yaml'
import { readJson } from '#core/policy/json/json-with-positions.ts'
import type { ReadYaml } from '#core/rules/template/template-view.ts'

/** As the page reads YAML, but without the short forms of functions. */
export const readYaml: ReadYaml = (text) => {
  try {
    return readJson(JSON.stringify(parse(text, { logLevel: 'silent', uniqueKeys: false }))).root
  } catch {
    return null
  }
}
