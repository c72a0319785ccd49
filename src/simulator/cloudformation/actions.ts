import type { Action } from '../world.ts'
export const cloudFormationActions: Readonly<Record<string, Action>> = {}
