import { Button, type ButtonLook } from './button.tsx'
import { Icon } from './icon.tsx'

type DownloadButtonProps = { text: string; filename: string; mediaType: string; label: string; look?: ButtonLook }

export function DownloadButton({ text, filename, mediaType, label, look = 'secondary' }: DownloadButtonProps) {
  return (
    <Button look={look} onClick={() => saveFile(text, filename, mediaType)}>
      <Icon name="download" />
      <span>{label}</span>
    </Button>
  )
}

function saveFile(text: string, filename: string, mediaType: string) {
  const url = URL.createObjectURL(new Blob([text], { type: `${mediaType};charset=utf-8` }))
  const link = document.createElement('a')
  link.href = url
  link.download = filename
  link.click()
  // The download has taken the address by then; released at once, it is lost in some browsers.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
