import { type ComponentProps, type ReactNode, useId } from 'react'
import { describedControl, Field, type FieldWords } from './field.tsx'

type OwnProps = FieldWords & {
  /** For identifiers: monospace, left to right, never translated. */
  isMono?: boolean | undefined
  /** A button beside the control. */
  action?: ReactNode
}

const mono = { className: 'mono', translate: 'no', dir: 'ltr' } as const
const plain = { spellCheck: false, autoComplete: 'off', autoCapitalize: 'off', autoCorrect: 'off' } as const

export function TextField({ label, hint, error, note, isMono = false, action, ...rest }: OwnProps & ComponentProps<'input'>) {
  const ownId = useId()
  const id = rest.id ?? ownId
  return (
    <Field {...{ id, label, hint, error, note, action }}>
      <input type="text" {...plain} {...(isMono ? mono : {})} {...rest} {...describedControl(id, { hint, error, note })} />
    </Field>
  )
}

export function TextAreaField({ label, hint, error, note, isMono = false, action, ...rest }: OwnProps & ComponentProps<'textarea'>) {
  const ownId = useId()
  const id = rest.id ?? ownId
  return (
    <Field {...{ id, label, hint, error, note, action }}>
      <textarea rows={4} {...plain} {...(isMono ? mono : {})} {...rest} {...describedControl(id, { hint, error, note })} />
    </Field>
  )
}
