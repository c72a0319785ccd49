import { useEffect, useRef } from 'react'
import * as z from 'zod/mini'
import { currentLanguage, localized } from '#i18n/language.ts'
import { isOneFile } from '#ui/browser/one-file.ts'
import { Callout } from '#ui/controls/callout.tsx'
import { SelectField } from '#ui/controls/select-field.tsx'
import { configMessages } from './config-messages.ts'
import type { EditedConfig } from './config-state.ts'
import { useKeptState } from './kept-state.ts'
import { type PreviewMessage, PreviewReady, previewMode } from './preview-message.ts'

function themeNow(): PreviewMessage['theme'] {
  const { theme } = document.documentElement.dataset
  return theme === 'light' || theme === 'dark' ? theme : 'auto'
}

/** Sends the config to the frame: when the frame asks for it, and at each change. */
function usePreviewFrame(configText: string) {
  const frame = useRef<HTMLIFrameElement>(null)
  // The outside system is the page in the frame.
  useEffect(() => {
    const send = (): void => {
      const message: PreviewMessage = { type: 'rolebridge-preview', config: JSON.parse(configText), theme: themeNow() }
      frame.current?.contentWindow?.postMessage(message, window.location.origin)
    }
    const onMessage = ({ source, data }: MessageEvent): void => {
      if (source === frame.current?.contentWindow && PreviewReady.safeParse(data).success) send()
    }
    send()
    window.addEventListener('message', onMessage)
    return () => window.removeEventListener('message', onMessage)
  }, [configText])
  return frame
}

/** The real wizard with the edited config, in a frame, so that its texts, colors, and storage stay its own. */
export function ConfigPreview({ config }: { readonly config: EditedConfig }) {
  const words = localized(configMessages).preview
  const frame = usePreviewFrame(config.validText)
  const [width, setWidth] = useKeptState('preview-width', z.string(), 'phone')
  // A frame of a page from disk is of another origin, and without a network it shows the browser's own error.
  if (isOneFile || !navigator.onLine) return null
  const search = new URLSearchParams({ demo: previewMode, locale: currentLanguage().locale })
  return (
    <section className="stack config-preview">
      <h3>{words.title}</h3>
      {!config.isValid && (
        <Callout tone="waiting" title={words.stale} headingLevel={4}>
          <p>{words.staleWhy}</p>
        </Callout>
      )}
      <div className={`config-frame ${width}`}>
        <iframe ref={frame} src={`?${search}`} title={words.title} loading="lazy" />
      </div>
      <SelectField
        label={words.width}
        hint={words.hint}
        value={width}
        onChange={(event) => setWidth(event.target.value)}
        options={[
          { value: 'phone', label: words.phone },
          { value: 'desktop', label: words.desktop },
        ]}
      />
    </section>
  )
}
