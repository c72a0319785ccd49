import { readFileSync } from 'node:fs'
import { type ActionKnowledge, actionKnowledge } from '#core/rules/action-knowledge.ts'
import { ServiceFacts, ServiceIndex } from '#core/rules/service-facts.ts'

const folder = new URL('../../../../public/iam-data/', import.meta.url)
const parsed = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), 'utf8'))

export const index: ServiceIndex = ServiceIndex.parse(parsed('index.json'))

export const serviceFacts = (prefix: string): ServiceFacts => ServiceFacts.parse(parsed(`${prefix}.json`))

const loaded = new Map<string, ServiceFacts>()

/** Of every service, read when it is asked for. */
export const knowledge: ActionKnowledge = {
  titles: index.services,
  service: (prefix) => {
    const name = prefix.toLowerCase()
    if (!Object.hasOwn(index.services, name)) return null
    const facts = loaded.get(name) ?? serviceFacts(name)
    loaded.set(name, facts)
    return facts
  },
}

/** What the wizard has before a service is loaded. */
export const noneLoaded: ActionKnowledge = actionKnowledge(index, [])
