import { localized } from '#i18n/language.ts'
import { LiveRegion } from '#ui/controls/announcements.tsx'
import { Icon } from '#ui/controls/icon.tsx'
import { accountValueMessages } from './role-preview-messages.ts'
import './value-list.css'

type ValueListProps = {
  readonly fieldId: string
  readonly values: readonly { readonly value: string; readonly isFaulty: boolean }[]
  readonly remove: (value: string) => void
}

/** The values entered so far. What is removed takes the focus with it, so the field gets it. */
export function ValueList({ fieldId, values, remove }: ValueListProps) {
  const words = localized(accountValueMessages)
  return (
    <>
      <LiveRegion text={values.map(({ value }) => value).join(', ')} />
      {values.length > 0 && (
        <ul className="values" aria-label={words.entered(values.length)}>
          {values.map(({ value, isFaulty }) => (
            <li key={value} className={isFaulty ? 'value faulty' : 'value'}>
              {isFaulty && <span className="visually-hidden">{words.faulty}</span>}
              <span translate="no" dir="ltr">
                {value}
              </span>
              <button
                type="button"
                aria-label={words.remove(value)}
                onClick={() => {
                  remove(value)
                  document.getElementById(fieldId)?.focus()
                }}
              >
                <Icon name="cross" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
