import { type ComponentProps, type ReactNode, useId } from 'react'
import { describedControl, FieldError, type FieldWords, isShown } from './field.tsx'

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
        {isShown(hint) && (
          <div className="hint" id={`${id}-hint`}>
            {hint}
          </div>
        )}
        {error !== undefined && <FieldError id={id} error={error} />}
      </div>
      {isShown(children) && <div className="checkbox-children">{children}</div>}
    </div>
  )
}
