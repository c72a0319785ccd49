import { LineIcon } from '#ui/controls/icon.tsx'

const paths = {
  skip: 'M2.5 4l4 4-4 4zm6 0l4 4-4 4z',
  wrench: 'M10.2 2.6a3.4 3.4 0 0 0-3.6 4.6l-4 4a1.5 1.5 0 0 0 2.2 2.2l4-4a3.4 3.4 0 0 0 4.6-3.6l-2 2-2.2-.9-.8-2.2z',
  note: 'M3 3h10v6.5L9.5 13H3zm6.5 10V9.5H13',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
} as const

export type DemoIconName = keyof typeof paths

/** Apart from the icons of the wizard, which are part of its first load. */
export const DemoIcon = ({ name }: { name: DemoIconName }) => <LineIcon path={paths[name]} />
