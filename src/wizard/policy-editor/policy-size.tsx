import { useId } from 'react'
import { currentLanguage, localized } from '#i18n/language.ts'
import { policyEditorMessages } from './policy-editor-messages.ts'

/** From here on one notices that it becomes tight. */
const nearlyFull = 0.9

export function PolicySize({ size, maximum }: { readonly size: number; readonly maximum: number }) {
  const words = localized(policyEditorMessages).size
  const id = useId()
  const { locale } = currentLanguage()
  const isTooLong = size > maximum
  return (
    <section>
      <h3 id={id}>{words.title}</h3>
      <meter
        className="policy-size"
        aria-labelledby={id}
        min={0}
        max={maximum}
        high={maximum * nearlyFull}
        optimum={0}
        value={Math.min(size, maximum)}
      />
      <p className={isTooLong ? 'severity error' : 'hint'}>
        <span>{words.of(size.toLocaleString(locale), maximum.toLocaleString(locale))}</span>
        {isTooLong && <span> {words.tooLong}</span>}
      </p>
    </section>
  )
}
