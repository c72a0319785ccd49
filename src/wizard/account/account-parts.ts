import { withMessages } from '#i18n/language.ts'
import { lazyModule } from '#ui/browser/lazy-module.ts'
import type { accountContinue } from './account-continue.ts'

/** Rules, their words and the request are needed when something is typed, not to see the screen: they come after it. */
const { request, useLoaded } = lazyModule(async () => (await withMessages(import('./account-continue.ts'))).accountContinue)

export { request as requestParts, useLoaded as useLoadedParts }

/** Null while they load, and where they fail to: the form can be filled in without them. */
export function useParts(): typeof accountContinue | null {
  const loaded = useLoaded()
  return loaded.kind === 'ready' ? loaded.module : null
}
