/** False when neither the clipboard nor the old command may be used, as in some embedded pages. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyBySelection(text)
  }
}

/** A cross-origin frame without `allow="clipboard-write"` may not use the clipboard, but may still use this. */
function copyBySelection(text: string): boolean {
  const focused = document.activeElement
  const area = document.createElement('textarea')
  area.value = text
  area.readOnly = true
  area.className = 'visually-hidden'
  // Everything outside an open modal dialog is inert and cannot be selected.
  const host = focused?.closest('dialog') ?? document.body
  host.append(area)
  area.select()
  const isCopied = commandCopied()
  area.remove()
  if (focused instanceof HTMLElement) focused.focus()
  return isCopied
}

function commandCopied(): boolean {
  try {
    return document.execCommand('copy')
  } catch {
    return false
  }
}
