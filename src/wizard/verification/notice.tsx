import { useState } from 'react'
import { localized } from '#i18n/language.ts'
import { useMedia } from '#ui/browser/use-media.ts'
import { takeFocus } from '#ui/controls/announcements.tsx'
import { Button } from '#ui/controls/button.tsx'
import { isFramed } from '#wizard/app/page-options.ts'
import { verificationMessages } from './verification-messages.ts'
import { isNews, type PollingState, shortTitle, stateInWords } from './verification-state.ts'

/** Connections whose user asked for a notification while another tab is in front. */
const asked = new Set<string>()

/** A frame may not ask, and a page without encryption either. https://notifications.spec.whatwg.org/#dom-notification-requestpermission */
const canNotify = (): boolean => !isFramed && window.isSecureContext && 'Notification' in window

/** False when the browser, or who uses it, says no. */
async function askForNotice(connectionId: string): Promise<boolean> {
  const isAllowed = (await Notification.requestPermission()) === 'granted'
  if (isAllowed) asked.add(connectionId)
  return isAllowed
}

/** Says what was seen, to who asked for it and is elsewhere. */
export function giveNotice(connectionId: string, before: PollingState | undefined, after: PollingState): void {
  const { verdict } = after
  if (verdict === null || !asked.has(connectionId) || !document.hidden || !isNews(before, after)) return
  try {
    const notice = new Notification(shortTitle(verdict), { body: stateInWords(verdict), tag: connectionId })
    notice.addEventListener('click', () => window.focus())
  } catch {
    // Some browsers allow notifications from service workers only. The title and icon of the tab say the same.
  }
}

type Reply = 'none' | 'allowed' | 'refused'

/** Browsers on touch screens do not let a page notify. The browser asks for permission only after a click. */
export function NoticeRequest({ connectionId }: { connectionId: string }) {
  const words = localized(verificationMessages)
  const [reply, setReply] = useState<Reply>('none')
  const isTouch = useMedia('(pointer: coarse)')
  if (isTouch || !canNotify()) return null

  async function ask(): Promise<void> {
    setReply((await askForNotice(connectionId)) ? 'allowed' : 'refused')
  }

  return reply === 'none' ? (
    <Button variant="quiet" className="small" onClick={() => void ask()}>
      {words.notice.ask}
    </Button>
  ) : (
    <p className="hint" tabIndex={-1} ref={takeFocus}>
      {words.notice[reply]}
    </p>
  )
}
