import { inEnglish } from '#core/rules/said.ts'
import { messages } from '#core/text/messages.ts'

export const artifactMessages = messages('artifacts', { say: inEnglish })
export const findingMessages = messages('findings', { say: inEnglish })
export const plainMessages = messages('plain', { say: inEnglish })
export const riskMessages = messages('risks', { say: inEnglish })
export const rolloutMessages = messages('rollout', { say: inEnglish })
