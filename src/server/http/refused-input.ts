import type { Problem } from '#core/connection/problem.ts'
import { refusalMessage } from '#core/connection/refusals.ts'
import { problem } from './problems.ts'

type Issue = { readonly path: readonly PropertyKey[]; readonly message: string }

/** What a value is called that is not even of the right type: there zod speaks for itself, and has no code of ours. */
export type FormCode = 'request-invalid' | 'permissions-invalid' | 'value-invalid'

function codeOf({ path, message }: Issue, form: FormCode): string {
  if (/^[a-z0-9]+(-[a-z0-9]+)+$/.test(message)) return message
  return path[0] === 'permissions' ? 'permissions-invalid' : form
}

/** Each fault with the path of its field, its code and words. */
export function issuesOf(issues: readonly Issue[], form: FormCode): NonNullable<Problem['issues']> {
  return issues.map((issue) => {
    const code = codeOf(issue, form)
    return { path: issue.path.map(String), code, message: refusalMessage(code) }
  })
}

/** 422 with each fault beside its field. */
export function invalid(issues: readonly Issue[], form: FormCode): Response {
  return problem('invalid', { issues: issuesOf(issues, form) })
}
