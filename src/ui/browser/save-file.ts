export type FileToSave = { readonly text: string; readonly filename: string; readonly mediaType: string }

export function saveFile({ text, filename, mediaType }: FileToSave): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${mediaType};charset=utf-8` }))
  const link = document.createElement('a')
  link.href = url
  link.download = filename
  link.click()
  // The download has taken the address by then; released at once, it is lost in some browsers.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
