import { type ComponentProps, type ReactNode, useId } from 'react'
import './fields.css'
import { localized } from '#i18n/language.ts'
import { controlMessages } from '#ui/control-messages.ts'

export type FieldWords = {
  label: ReactNode
  hint?: ReactNode
  error?: string | undefined
  /** A positive remark about what was typed. */
  note?: ReactNode
}

type FieldProps = FieldWords & { id: string; action?: ReactNode; aside?: ReactNode; children: ReactNode }

/** The frame that every kind of field shares: the words around the control and their ids. One line below it, so that nothing jumps. */
export function Field({ id, label, hint, error, note, action, aside, children }: FieldProps) {
  return (
    <div className={error === undefined ? 'field' : 'field invalid'}>
      <div className="field-label">
        <label htmlFor={id}>{label}</label>
        {aside}
      </div>
      <div className="field-control">
        {children}
        {action}
      </div>
      <FieldHint id={id} hint={hint} isReplaced={error !== undefined || isShown(note)} />
      {error !== undefined && <FieldError id={id} error={error} />}
      {error === undefined && isShown(note) && (
        <div className="field-note" id={`${id}-note`}>
          {note}
        </div>
      )}
    </div>
  )
}

/** A replaced hint is still read out with its control. */
function FieldHint({ id, hint, isReplaced = false }: { id: string; hint: ReactNode; isReplaced?: boolean }) {
  if (!isShown(hint)) return null
  return (
    <div className={isReplaced ? 'visually-hidden' : 'hint'} id={`${id}-hint`}>
      {hint}
    </div>
  )
}

function FieldError({ id, error }: { id: string; error: string }) {
  return (
    <div className="field-error" id={`${id}-error`}>
      <span className="visually-hidden">{localized(controlMessages).error}</span>
      <span>{error}</span>
    </div>
  )
}

/** The attributes that tie a control to the words around it. */
export function describedControl(id: string, { hint, error, note }: Omit<FieldWords, 'label'>) {
  const describedBy = [
    isShown(hint) ? `${id}-hint` : '',
    error === undefined ? '' : `${id}-error`,
    error === undefined && isShown(note) ? `${id}-note` : '',
  ].filter((each) => each !== '')
  return {
    id,
    'aria-describedby': describedBy.length === 0 ? undefined : describedBy.join(' '),
    'aria-invalid': error === undefined ? undefined : true,
  } as const
}

function isShown(words: ReactNode): boolean {
  return words !== undefined && words !== null && words !== false && words !== ''
}

type OwnProps = FieldWords & {
  /** For identifiers: monospace, left to right, never translated. */
  isMono?: boolean | undefined
  /** A button next to the control. */
  action?: ReactNode
  /** In one frame with a text area. */
  before?: ReactNode
  /** A link next to the label. */
  aside?: ReactNode
}

const mono = { className: 'mono', translate: 'no', dir: 'ltr' } as const
const plain = { spellCheck: false, autoComplete: 'off', autoCapitalize: 'off', autoCorrect: 'off' } as const

export function TextField({ label, hint, error, note, isMono = false, action, aside, ...rest }: OwnProps & ComponentProps<'input'>) {
  const ownId = useId()
  const id = rest.id ?? ownId
  return (
    <Field {...{ id, label, hint, error, note, action, aside }}>
      <input type="text" {...plain} {...(isMono ? mono : {})} {...rest} {...describedControl(id, { hint, error, note })} />
    </Field>
  )
}

export function TextAreaField({
  label,
  hint,
  error,
  note,
  isMono = false,
  action,
  before,
  ...rest
}: OwnProps & ComponentProps<'textarea'>) {
  const ownId = useId()
  const id = rest.id ?? ownId
  return (
    <Field {...{ id, label, hint, error, note, action }}>
      {before}
      <textarea rows={4} {...plain} {...(isMono ? mono : {})} {...rest} {...describedControl(id, { hint, error, note })} />
    </Field>
  )
}

type CheckboxFieldProps = Omit<FieldWords, 'note'> & Omit<ComponentProps<'input'>, 'type'> & { children?: ReactNode }

/** `children` are what belongs to the choice, such as fields that only matter once it is made. */
export function CheckboxField({ label, hint, error, children, ...rest }: CheckboxFieldProps) {
  const ownId = useId()
  const id = rest.id ?? ownId
  return (
    <div className={error === undefined ? 'checkbox-field' : 'checkbox-field invalid'}>
      <input type="checkbox" {...rest} {...describedControl(id, { hint, error })} />
      <div className="checkbox-words">
        <label htmlFor={id}>{label}</label>
        <FieldHint id={id} hint={hint} />
        {error !== undefined && <FieldError id={id} error={error} />}
      </div>
      {isShown(children) && <div className="checkbox-children">{children}</div>}
    </div>
  )
}
