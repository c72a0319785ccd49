import { useState } from 'react'
import { takeFocus } from '#ui/browser/take-focus.ts'
import { useMedia } from '#ui/browser/use-media.ts'
import { Button } from '#ui/controls/button.tsx'
import { verificationWords as words } from '#wizard/words/verification.ts'
import { askForNotice, canNotify } from './notice.ts'

type Reply = 'none' | 'allowed' | 'refused'

/** On touch screens pages may not notify by themselves. Nothing is asked of the browser before somebody presses the button. */
export function NoticeRequest({ connectionId }: { connectionId: string }) {
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
