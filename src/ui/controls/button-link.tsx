import type { ComponentProps, ReactNode } from 'react'
import { localized } from '#i18n/language.ts'
import { editorMessages } from '#ui/editor-messages.ts'
import { type ButtonLook, buttonClass } from './button.tsx'
import { Icon } from './icon.tsx'

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
      <span className="visually-hidden"> {localized(editorMessages).newTab}</span>
    </>
  )
}
