import { type FileToSave, saveFile } from '#ui/browser/save-file.ts'
import { Button, type ButtonLook } from './button.tsx'
import { Icon } from './icon.tsx'

type DownloadButtonProps = FileToSave & { label: string; look?: ButtonLook }

export function DownloadButton({ label, look = 'secondary', ...file }: DownloadButtonProps) {
  return (
    <Button look={look} onClick={() => saveFile(file)}>
      <Icon name="download" />
      <span>{label}</span>
    </Button>
  )
}
