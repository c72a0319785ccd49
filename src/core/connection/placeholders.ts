/** The names that every statement has, in addition to the parameters of its set. */
export const builtInPlaceholders = ['partition', 'accountId', 'region', 'rolePath', 'roleName'] as const

export const isBuiltInPlaceholder = (name: string): boolean => builtInPlaceholders.some((builtIn) => builtIn === name)

/** The names between double braces. */
export function placeholders(text: string): string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '')
}
