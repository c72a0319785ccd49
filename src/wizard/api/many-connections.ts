import { serverState } from './server-state.tsx'

export const connectionsKey = ['connections'] as const

/** Whether the table of many accounts was shown on this page. Knows nothing of the table, so that whoever has one account does not load it. */
export const hasManyConnections = (): boolean => serverState.getQueryData(connectionsKey) !== undefined
