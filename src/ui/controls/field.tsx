import type { ReactNode } from 'react'
import './field.css'
import { localized } from '#i18n/language.ts'
import { controlMessages } from '#ui/control-messages.ts'

export type FieldWords = {
  label: ReactNode
  hint?: ReactNode
  error?: string | undefined
  /** A positive remark about what was typed. */
  note?: ReactNode
}

type FieldProps = FieldWords & { id: string; action?: ReactNode; children: ReactNode }

/** The frame that every kind of field shares: the words around the control and their ids. */
export function Field({ id, label, hint, error, note, action, children }: FieldProps) {
  return (
    <div className={error === undefined ? 'field' : 'field invalid'}>
      <label htmlFor={id}>{label}</label>
      {isShown(hint) && (
        <div className="hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {error !== undefined && <FieldError id={id} error={error} />}
      <div className="field-control">
        {children}
        {action}
      </div>
      {error === undefined && isShown(note) && (
        <div className="field-note" id={`${id}-note`}>
          {note}
        </div>
      )}
    </div>
  )
}

export function FieldError({ id, error }: { id: string; error: string }) {
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

export function isShown(words: ReactNode): boolean {
  return words !== undefined && words !== null && words !== false && words !== ''
}
