import { type BrandingReading, brandingLimit, readBrandingConfig } from './branding.ts'
import type { DemoStage } from './demo-layout.ts'
import { brand } from './demo-navigation.ts'

/** In pixels, enough for a screen with a double density. */
const logoHeight = 64

async function dataUrlOf(blob: Blob): Promise<string> {
  const bytes = Array.from(new Uint8Array(await blob.arrayBuffer()), (byte) => String.fromCodePoint(byte))
  return `data:${blob.type};base64,${btoa(bytes.join(''))}`
}

/** Drawn again, so that it's small and contains only the picture. */
async function drawn(file: File): Promise<string> {
  const picture = new Image()
  picture.src = await dataUrlOf(file)
  await picture.decode()
  const canvas = document.createElement('canvas')
  const ratio = picture.naturalWidth / Math.max(1, picture.naturalHeight)
  canvas.height = logoHeight
  canvas.width = Math.round(logoHeight * Math.min(Math.max(ratio, 0.25), 4))
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return canvas.toDataURL('image/png')
}

async function readLogo(file: File, stage: DemoStage): Promise<BrandingReading> {
  try {
    const logo = await drawn(file)
    if (logo.length > brandingLimit) return { kind: 'too-large' }
    return { kind: 'branding', branding: { ...stage.state().branding, logo } }
  } catch {
    return { kind: 'unreadable' }
  }
}

const readConfig = (text: string, stage: DemoStage): BrandingReading => readBrandingConfig(text, stage.state().branding.logo)

export async function takeBrandingFile(stage: DemoStage, file: File): Promise<void> {
  brand(stage, file.type.startsWith('image/') ? await readLogo(file, stage) : readConfig(await file.text(), stage))
}

const isTextField = (target: EventTarget | null): boolean => target instanceof Element && target.closest('input, textarea, dialog') !== null

/** Files and text for a field of the wizard stay there. */
export function listenForBranding(stage: DemoStage): void {
  window.addEventListener('paste', ({ target, clipboardData }) => {
    if (isTextField(target) || clipboardData === null) return
    const [file] = clipboardData.files
    const text = clipboardData.getData('text/plain').trim()
    if (file !== undefined) void takeBrandingFile(stage, file)
    else if (text.startsWith('{')) brand(stage, readConfig(text, stage))
  })
  window.addEventListener('dragover', (event) => {
    if (event.dataTransfer?.types.includes('Files') === true) event.preventDefault()
  })
  window.addEventListener('drop', (event) => {
    const file = event.dataTransfer?.files[0]
    if (event.defaultPrevented || file === undefined || isTextField(event.target)) return
    event.preventDefault()
    void takeBrandingFile(stage, file)
  })
}
