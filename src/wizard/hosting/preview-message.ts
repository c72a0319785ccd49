import * as z from 'zod/mini'

/** The message from the config editor to the wizard in its frame. */
export const PreviewMessage = z.object({
  type: z.literal('rolebridge-preview'),
  config: z.unknown(),
  theme: z.enum(['light', 'dark', 'auto']),
})
export type PreviewMessage = z.infer<typeof PreviewMessage>

/** The message from the wizard in the frame once it can show a config. */
export const PreviewReady = z.object({ type: z.literal('rolebridge-preview-ready') })

/** The page in the frame: the wizard as in the demo, with a server and AWS of its own. */
export const previewMode = 'preview'
