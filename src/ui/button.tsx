import type { ComponentProps, ReactNode } from 'react'
import './button.css'
import { Icon } from './icon.tsx'

export type ButtonLook = 'primary' | 'secondary' | 'quiet'

type ButtonProps = ComponentProps<'button'> & { look?: ButtonLook | undefined; busy?: boolean | undefined }

/** While busy it keeps its place, its focus and its name, and does nothing. */
export function Button({ look = 'secondary', busy = false, className, children, onClick, type = 'button', ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={busy ? 'button' : type}
      className={buttonClass(look, className)}
      aria-disabled={busy ? true : rest['aria-disabled']}
      aria-busy={busy ? true : undefined}
      onClick={busy ? undefined : onClick}
    >
      {busy && <span className="button-spinner" aria-hidden="true" />}
      {children}
    </button>
  )
}

type ButtonLinkProps = ComponentProps<'a'> & { look?: ButtonLook | undefined; href: string; isExternal?: boolean | undefined }

export function ButtonLink({ look = 'secondary', isExternal = false, className, children, ...rest }: ButtonLinkProps) {
  const target = isExternal ? { target: '_blank', rel: 'noopener' } : {}
  return (
    <a {...rest} {...target} className={buttonClass(look, className)}>
      {isExternal ? <ExternalContent>{children}</ExternalContent> : children}
    </a>
  )
}

function ExternalContent({ children }: { children: ReactNode }) {
  return (
    <>
      <span>{children}</span>
      <Icon name="outward" />
      <span className="visually-hidden"> (opens in a new tab)</span>
    </>
  )
}

const buttonClass = (look: ButtonLook, extra: string | undefined) => `button ${look}${extra === undefined ? '' : ` ${extra}`}`
