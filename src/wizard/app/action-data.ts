import { useSyncExternalStore } from 'react'
import type * as z from 'zod/mini'
import { type ActionKnowledge, actionKnowledge, namedServices, ServiceFacts, ServiceIndex } from '#core/rules/action-knowledge.ts'
import { createStore } from '#ui/browser/store.ts'

/** Used until the files are loaded, or when they fail to load: rules that need them report nothing. */
type Known = {
  readonly index: ServiceIndex | null
  readonly services: readonly ServiceFacts[]
  readonly knowledge: ActionKnowledge | undefined
}

const known = createStore<Known>({ index: null, services: [], knowledge: undefined })
const asked = new Map<string, Promise<unknown>>()

function publish(index: ServiceIndex, services: readonly ServiceFacts[]): void {
  known.replace({ index, services, knowledge: actionKnowledge(index, services) })
}

/** Null when the file fails to load; the next call tries again. */
async function file<Facts>(name: string, schema: z.ZodMiniType<Facts>): Promise<Facts | null> {
  try {
    const response = await fetch(new URL(`iam-data/${name}.json`, document.baseURI))
    return schema.safeParse(await response.json()).data ?? null
  } catch {
    asked.delete(name)
    return null
  }
}

function once(name: string, load: () => Promise<unknown>): Promise<unknown> {
  const underWay = asked.get(name) ?? load()
  asked.set(name, underWay)
  return underWay
}

async function loadIndex(): Promise<ServiceIndex | null> {
  await once('index', async () => {
    const index = await file('index', ServiceIndex)
    if (index !== null) publish(index, known.state().services)
  })
  return known.state().index
}

/** Comes back when the service is known, or cannot be. */
export async function learnService(prefix: string): Promise<ActionKnowledge | undefined> {
  const index = await loadIndex()
  if (index === null || !Object.hasOwn(index.services, prefix)) return known.state().knowledge
  await once(prefix, async () => {
    const facts = await file(prefix, ServiceFacts)
    if (facts !== null) publish(index, [...known.state().services, facts])
  })
  return known.state().knowledge
}

/** Fetches the action data for a policy: one small file for each service that it names. */
export async function learnServicesOf(text: string): Promise<void> {
  const index = await loadIndex()
  if (index !== null) await Promise.all(namedServices(text, index).map(learnService))
}

/** Action data for the services that a policy names, once their files have loaded or failed. */
export async function knowledgeOf(text: string): Promise<ActionKnowledge | undefined> {
  await learnServicesOf(text)
  return known.state().knowledge
}

/** Grows as services are learnt. */
export function useActionKnowledge(): ActionKnowledge | undefined {
  return useSyncExternalStore(
    known.subscribe,
    () => known.state().knowledge,
    () => undefined,
  )
}
