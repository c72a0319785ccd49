import { refusalMessage } from '#core/refusals.ts'
import { problem } from './problems.ts'

type Issue = { readonly path: readonly PropertyKey[]; readonly message: string }

/** The messages of zod issues are codes, except those that zod itself makes for a value of the wrong type. */
const codeOf = (message: string): string => (/^[a-z0-9]+(-[a-z0-9]+)+$/.test(message) ? message : 'value-type')

/** 422 with each fault beside its field. */
export function invalid(issues: readonly Issue[]): Response {
  return problem('invalid', {
    issues: issues.map(({ path, message }) => {
      const code = codeOf(message)
      return { path: path.map(String), code, message: refusalMessage(code) }
    }),
  })
}
