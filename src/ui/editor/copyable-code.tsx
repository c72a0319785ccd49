import type { ComponentProps, ReactNode } from 'react'
import { CopyButton } from '#ui/controls/action-buttons.tsx'
import { CodeView } from './code-view.tsx'

type CopyableCodeProps = ComponentProps<typeof CodeView> & { readonly copyLabel: string; readonly children?: ReactNode }

/** `children` go next to the copy button. */
export function CopyableCode({ copyLabel, children, ...code }: CopyableCodeProps) {
  return (
    <>
      <CodeView {...code} />
      <div className="row">
        <CopyButton text={code.text} label={copyLabel} />
        {children}
      </div>
    </>
  )
}
