import './button.css'
import type { ComponentProps } from 'react'

export type ButtonVariant = 'primary' | 'secondary' | 'quiet'

type ButtonProps = ComponentProps<'button'> & { variant?: ButtonVariant | undefined; busy?: boolean | undefined }

/** While busy it keeps its place, focus and name, and ignores clicks. */
export function Button({ variant = 'secondary', busy = false, className, children, onClick, type = 'button', ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={busy ? 'button' : type}
      className={buttonClass(variant, className)}
      aria-disabled={busy ? true : rest['aria-disabled']}
      aria-busy={busy ? true : undefined}
      onClick={busy ? undefined : onClick}
    >
      {busy && <span className="button-spinner" aria-hidden="true" />}
      {children}
    </button>
  )
}

export const buttonClass = (variant: ButtonVariant, extra: string | undefined) =>
  `button ${variant}${extra === undefined ? '' : ` ${extra}`}`

type SubmitButtonProps = { readonly label: string; readonly isPending: boolean; readonly onPress: () => void }

/** Listens to the click, since a sandboxed frame without allow-forms sends no submit event; Enter in a field clicks it too. */
export function SubmitButton({ label, isPending, onPress }: SubmitButtonProps) {
  return (
    <div className="row">
      <Button
        id="continue"
        type="submit"
        variant="primary"
        busy={isPending}
        onClick={(event) => {
          event.preventDefault()
          onPress()
        }}
      >
        <span key={label}>{label}</span>
      </Button>
    </div>
  )
}
