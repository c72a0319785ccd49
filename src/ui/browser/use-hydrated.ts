import { useSyncExternalStore } from 'react'

const never = () => () => undefined

/** False while markup that was made ahead of time is taken over: what only this browser knows must not show before. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
}
