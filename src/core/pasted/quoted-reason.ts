import { messages, type Text } from '#core/text/messages.ts'

export const quotedReasonMessages = messages('quoted-reason-rules', {
  awsSaid: (reason: string) => `AWS said: ${reason}`,
})

export const quotedReason =
  (reason: string): Text =>
  (language) =>
    quotedReasonMessages.in(language).awsSaid(reason.trim().replace(/\s+/g, ' ').slice(0, 400))
