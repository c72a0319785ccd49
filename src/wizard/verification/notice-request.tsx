import { useState } from 'react'
import { localized } from '#i18n/language.ts'
import { useMedia } from '#ui/browser/use-media.ts'
import { takeFocus } from '#ui/controls/announcements.tsx'
import { Button } from '#ui/controls/button.tsx'
import { askForNotice, canNotify } from './notice.ts'
import { verificationMessages } from './verification-messages.ts'

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
    <Button look="quiet" className="small" onClick={() => void ask()}>
      {words.notice.ask}
    </Button>
  ) : (
    <p className="hint" tabIndex={-1} ref={takeFocus}>
      {words.notice[reply]}
    </p>
  )
}
