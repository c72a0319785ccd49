import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ActionKnowledge, actionKnowledge, namedServices } from '#core/rules/action-knowledge.ts'
import { ServiceFacts, ServiceIndex } from '#core/rules/service-facts.ts'

const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))

/** Action data of the services that the text names. Undefined where the folder has none: rules that need it say nothing. */
export function actionKnowledgeFrom(folder: string, text: string): ActionKnowledge | undefined {
  try {
    const index = ServiceIndex.parse(json(join(folder, 'index.json')))
    const services = namedServices(text, index).map((prefix) => ServiceFacts.parse(json(join(folder, `${prefix}.json`))))
    return actionKnowledge(index, services)
  } catch {
    return undefined
  }
}
