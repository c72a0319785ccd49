export type ReleaseNotes =
  | { readonly kind: 'missing' }
  /** `day` is null until the heading has the day of the release: `## 0.2.0 (2026-12-01)`. */
  | { readonly kind: 'notes'; readonly day: string | null; readonly text: string }

/** The section of a version in CHANGELOG.md. */
export function releaseNotes(changelog: string, version: string): ReleaseNotes {
  const sections = changelog.split(/^(?=## )/m).slice(1)
  const found = sections.find((section) => section.startsWith(`## ${version} `) || section.startsWith(`## ${version}\n`))
  const [heading = '', ...lines] = found?.split('\n') ?? []
  const text = lines.join('\n').trim()
  return text === '' ? { kind: 'missing' } : { kind: 'notes', day: /\((\d{4}-\d{2}-\d{2})\)$/.exec(heading)?.[1] ?? null, text }
}
