/** Messages between the wizard in its frame and the page around it. The first member names the contract and its version. */
const contractVersion = 1

export const themes = ['light', 'dark', 'auto'] as const
export type Theme = (typeof themes)[number]

export const steps = [
  'account',
  'role',
  'connected',
  'review',
  'receipt',
  'handoff',
  'handoff-draft',
  'handoff-link',
  'permissions',
  'shared-review',
  'explained',
  'hosting',
  'support',
  'account-list',
  'accounts',
  'artifact',
] as const
export type Step = (typeof steps)[number]

/**
 * From the frame. None of them carries the external ID, the account or the role ARN, since any script of the page may listen; but for the
 * receipt, which names account and role, and is sent only where the page asked for it when it made the frame.
 */
export type FrameMessage =
  /** Announces the wizard. Any page may receive it, so it holds nothing else. */
  | { readonly type: 'ready' }
  /** CSS pixels. */
  | { readonly type: 'resize'; readonly height: number }
  /** The ID is opaque: without the session that made it, it opens nothing. */
  | { readonly type: 'step'; readonly step: Step; readonly connectionId?: string }
  /** A screen or a failure has appeared, and its heading is here, in CSS pixels of the frame. Only the page can scroll to it. */
  | { readonly type: 'reveal'; readonly top: number; readonly height: number }
  /** News to react to, no proof: that is what the vendor's back end asks for by the ID of the connection. */
  | { readonly type: 'verified'; readonly connectionId: string; readonly simulated: boolean; readonly receipt?: string }
  /** `code` as in the problems of the HTTP API, or `origin-not-listed`, `unreachable`, `unreadable`, `broken`. */
  | { readonly type: 'error'; readonly code: string }

/** From the page. The first one also tells the frame whom it talks to. */
export type HostMessage =
  | { readonly type: 'theme'; readonly theme: Theme }
  /** A language tag. https://www.rfc-editor.org/info/bcp47 */
  | { readonly type: 'locale'; readonly locale: string }
  /** The part of the frame that can be seen, below what the page keeps in place above it, in CSS pixels of the frame. */
  | { readonly type: 'visible'; readonly top: number; readonly height: number }
  /** Forgets what was typed and shows the first screen. What was connected stays connected. */
  | { readonly type: 'reset' }

type Enveloped<Message> = Message & { readonly rolebridge: typeof contractVersion }

export function enveloped<Message extends FrameMessage | HostMessage>(message: Message): Enveloped<Message> {
  return { rolebridge: contractVersion, ...message }
}

type Fields = Readonly<Record<string, unknown>>

/** The message in an envelope of this version; null for everything else that one window may send to another. */
function opened(data: unknown): Fields | null {
  const fields: Fields | null = typeof data === 'object' && data !== null ? { ...data } : null
  return fields?.['rolebridge'] === contractVersion ? fields : null
}

/** No page is as tall: what says so is broken. */
const tallest = 100_000

const isLength = (value: unknown): value is number => typeof value === 'number' && value >= 0 && value <= tallest

/** Only what is named here comes out, whatever else was sent along. */
const frameReaders: Readonly<Record<string, (fields: Fields) => FrameMessage | null>> = {
  ready: () => ({ type: 'ready' }),
  resize: ({ height }) => (typeof height === 'number' && height > 0 && height <= tallest ? { type: 'resize', height } : null),
  step: (fields) => {
    const step = steps.find((known) => known === fields['step'])
    const { connectionId } = fields
    return step === undefined ? null : { type: 'step', step, ...(typeof connectionId === 'string' ? { connectionId } : {}) }
  },
  reveal: ({ top, height }) => (isLength(top) && isLength(height) ? { type: 'reveal', top, height } : null),
  verified: ({ connectionId, simulated, receipt }) =>
    typeof connectionId === 'string' && typeof simulated === 'boolean'
      ? { type: 'verified', connectionId, simulated, ...(typeof receipt === 'string' ? { receipt } : {}) }
      : null,
  error: ({ code }) => (typeof code === 'string' && /^[a-z][a-z-]{0,60}$/.test(code) ? { type: 'error', code } : null),
}

const hostReaders: Readonly<Record<string, (fields: Fields) => HostMessage | null>> = {
  theme: (fields) => {
    const theme = themes.find((known) => known === fields['theme'])
    return theme === undefined ? null : { type: 'theme', theme }
  },
  locale: ({ locale }) => (typeof locale === 'string' ? { type: 'locale', locale } : null),
  visible: ({ top, height }) => (isLength(top) && isLength(height) ? { type: 'visible', top, height } : null),
  reset: () => ({ type: 'reset' }),
}

function read<Message>(readers: Readonly<Record<string, (fields: Fields) => Message | null>>, data: unknown): Message | null {
  const fields = opened(data)
  const type = fields?.['type']
  if (fields === null || typeof type !== 'string' || !Object.hasOwn(readers, type)) return null
  return readers[type]?.(fields) ?? null
}

/** Null for anything but a message of a frame. Never throws. */
export const readFrameMessage = (data: unknown): FrameMessage | null => read(frameReaders, data)

/** Null for anything but a message of a host. Never throws. */
export const readHostMessage = (data: unknown): HostMessage | null => read(hostReaders, data)
