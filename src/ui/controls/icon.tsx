const paths = {
  check: 'M3.5 8.5l3 3 6-7',
  cross: 'M4.5 4.5l7 7m0-7l-7 7',
  bang: 'M8 3.5v5.5m0 2.8v.2',
  question: 'M5.8 6.2a2.2 2.2 0 1 1 3.3 1.9c-.8.5-1.1.9-1.1 1.6m0 2.3v.1',
  info: 'M8 7.4v4.4m0-7.6v.2',
  copy: 'M5.5 5.5v-3h8v8h-3m-8-5h8v8h-8z',
  download: 'M8 2.5v8m-3.5-3.5L8 10.5 11.5 7m-8.5 6.5h10',
  outward: 'M4 12l8-8m-6 0h6v6',
  expand: 'M9.5 2.5h4v4m0-4l-4.5 4.5m-2.5 6.5h-4v-4m0 4l4.5-4.5',
  chevron: 'M6 3.5L10.5 8 6 12.5',
} as const

export type IconName = keyof typeof paths

/** Takes the color of its text, which carries the meaning. */
export const Icon = ({ name }: { name: IconName }) => <LineIcon path={paths[name]} />

/** `path`: lines in a square of 16 by 16. */
export function LineIcon({ path }: { path: string }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path d={path} fill="none" stroke="currentColor" strokeWidth="1.75" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  )
}
