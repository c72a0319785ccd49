import type { WordGroups } from '../word-groups.ts'

export const words: Partial<WordGroups['later']> = {}
