import type { Vendor } from '#core/connection/vendor.ts'
import type { AccountError, AccountField, AccountForm } from './account-form.ts'
import { ownErrors, readAccountForm } from './account-rules.ts'

let isPressed = false
let whenReleased: readonly (() => void)[] = []

function release(): void {
  isPressed = false
  const waiting = whenReleased
  whenReleased = []
  // A task later, so that the click reaches what was pressed.
  setTimeout(() => {
    for (const go of waiting) go()
  })
}

window.addEventListener('pointerdown', () => (isPressed = true), true)
for (const event of ['pointerup', 'pointercancel', 'dragend'] as const) window.addEventListener(event, release, true)

/** An error that appears between press and release would move the button from under the pointer. */
export const pointerIsUp = (): Promise<void> =>
  isPressed ? new Promise((resolve) => (whenReleased = [...whenReleased, resolve])) : Promise.resolve()

/** An empty field is not wrong before Continue is chosen: people go through the form by Tab. */
const isEmptiness = (code: string): boolean => code.endsWith('-empty')

/** The fields that were wrong when they were left, after another one was. */
export function leftFields(before: readonly string[], field: string, form: AccountForm, vendor: Vendor): readonly string[] {
  const others = before.filter((each) => each !== field)
  const reading = readAccountForm(form, vendor)
  const isWrong = reading.kind === 'refused' && reading.issues.some((issue) => issue.field === field && !isEmptiness(issue.code))
  return isWrong ? [...others, field] : others
}

/** The errors to show next to the fields, as long as they are wrong. */
export function leftErrors(fields: readonly string[], form: AccountForm, vendor: Vendor): readonly AccountError[] {
  if (fields.length === 0) return []
  const reading = readAccountForm(form, vendor)
  if (reading.kind === 'terms') return []
  const isLeft = (field: AccountField) => fields.includes(field)
  const issues = reading.issues.filter(({ field, code }) => isLeft(field) && !isEmptiness(code))
  return ownErrors(
    issues,
    issues.map(({ field }) => field),
  )
}
