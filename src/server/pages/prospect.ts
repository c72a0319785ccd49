import * as z from 'zod/mini'

/** The name and color that a link to the demo gives, as docs/demo.md has them. */
export type LinkedProspect = { readonly name: string | null; readonly accent: string | null }

const Name = z.string().check(z.trim(), z.minLength(1), z.maxLength(60))
const Accent = z.string().check(z.regex(/^#[\da-f]{6}$/i), z.toLowerCase())

/** Null if the link has neither. What is invalid is ignored, as in the page. */
export function linkedProspect(url: string): LinkedProspect | null {
  const { searchParams } = new URL(url)
  const name = Name.safeParse(searchParams.get('vendor')).data ?? null
  const accent = Accent.safeParse(searchParams.get('accent')).data ?? null
  return name === null && accent === null ? null : { name, accent }
}
