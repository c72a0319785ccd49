import type { ChangeEvent, KeyboardEvent } from 'react'
import type { ParameterKind } from '#core/aws/parameter-kind.ts'
import { readParameters } from '#core/aws/read-parameter.ts'
import { parameterFault } from '#core/connection/parameter-value.ts'
import { refusalMessage } from '#core/connection/refusals.ts'
import { currentLanguage, localized } from '#i18n/language.ts'
import { accountValueMessages } from './role-preview-messages.ts'

const separators = /[,;\r\n\t]/

/** Everything up to the last separator is entered; the rest is being typed. */
function split(text: string): { readonly entered: string; readonly rest: string } {
  const length = text.search(/[^,;\r\n\t]*$/)
  return { entered: text.slice(0, length), rest: text.slice(length) }
}

function joined(values: readonly string[], rest = ''): string {
  return [...new Set(values)].map((value) => `${value}\n`).join('') + rest
}

const valuesOf = (kind: ParameterKind, text: string): string[] => readParameters(kind, text).map(({ value }) => value)

/** Names the values at fault, each with its reason once. */
function faultOf(kind: ParameterKind, values: readonly string[]): string | undefined {
  const faults = values.flatMap((value) => {
    const code = parameterFault(kind, value)
    return code === null ? [] : [{ value, code }]
  })
  const [first] = faults
  if (first === undefined) return undefined
  return `${faults.map(({ value }) => value).join(', ')}: ${refusalMessage(first.code, currentLanguage().code)}`
}

/** A text that is one value stays a text; entering another one makes values of both. */
export function valuesEntry(kind: ParameterKind, text: string, set: (text: string) => void) {
  const { entered, rest } = split(text)
  const values = valuesOf(kind, entered)
  const all = () => [...values, ...valuesOf(kind, rest)]

  function onChange({ target, nativeEvent }: ChangeEvent<HTMLTextAreaElement>): void {
    const isPasted = nativeEvent instanceof InputEvent && nativeEvent.inputType === 'insertFromPaste'
    const typed = split(isPasted && separators.test(target.value) ? `${target.value}\n` : target.value)
    set(joined([...values, ...valuesOf(kind, typed.entered)], typed.rest))
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') {
      event.preventDefault()
      if (rest.trim() !== '') set(joined(all()))
    }
    if (event.key === 'Backspace' && rest === '' && values.length > 0) {
      event.preventDefault()
      set(joined(values.slice(0, -1)))
    }
  }

  function onBlur(): void {
    const found = all()
    if (rest.trim() !== '' && found.length > 1) set(joined(found))
  }

  return {
    values: values.map((value) => ({ value, isFaulty: parameterFault(kind, value) !== null })),
    error: faultOf(kind, values),
    remove: (value: string) =>
      set(
        joined(
          values.filter((each) => each !== value),
          rest,
        ),
      ),
    control: {
      value: rest,
      ...(values.length === 0 ? {} : { placeholder: localized(accountValueMessages).another }),
      onChange,
      onKeyDown,
      onBlur,
    },
  }
}
