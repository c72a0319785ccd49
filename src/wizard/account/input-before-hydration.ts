type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

const isControl = (element: Element): element is Control =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement

/** By the name of the field, until the field is there. */
const early = new Map<string, string | boolean>()

/** Null for a control in which nobody has typed, ticked or chosen anything. */
function broughtAlong(control: Control): string | boolean | null {
  if (control instanceof HTMLSelectElement) return control.selectedIndex > 0 ? control.value : null
  if (control.type === 'checkbox') return control instanceof HTMLInputElement && control.checked ? true : null
  return control.value === control.defaultValue ? null : control.value
}

/** What was typed into the first screen before its script was there. The script may not be able to go on with the controls themselves. */
export function keepEarlyInput(screen: Element): void {
  for (const control of [...screen.querySelectorAll('[name]')].filter(isControl)) {
    const brought = broughtAlong(control)
    if (brought !== null) early.set(control.name, brought)
  }
}

const seen = new WeakSet<Control>()

/** Text that a control had before its script was there; read once, since the form fills it in later. */
export function earlyInput(control: Control): string | boolean | null {
  if (seen.has(control)) return null
  seen.add(control)
  const input = broughtAlong(control) ?? early.get(control.name) ?? null
  early.delete(control.name)
  return input
}
