import { useState } from 'react'
import { Button } from '#ui/button.tsx'
import { takeFocus } from '#ui/take-focus.ts'
import { useMedia } from '#ui/use-media.ts'
import { verificationWords as words } from '../words/verification.ts'
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
