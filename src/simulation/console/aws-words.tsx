import type { ReactNode } from 'react'
import { localized } from '#i18n/language.ts'
import { Callout } from '#ui/controls/callout.tsx'
import type { AwsAnswer } from './aws-answer.ts'
import { ofAws } from './aws-text.tsx'
import { consoleMessages } from './console-messages.ts'

/** What AWS refused, in its own words. Nothing for an answer. */
export function AwsWords({ answer }: { answer: AwsAnswer<unknown> | undefined }) {
  const unreachable = localized(consoleMessages).unreachable
  if (answer === undefined || answer.kind === 'answer') return null
  if (answer.kind === 'unreachable') {
    return (
      <Callout tone="unsafe" title={unreachable.title} headingLevel={3} role="alert">
        <p>{unreachable.reasons[answer.reason]}</p>
      </Callout>
    )
  }
  return (
    <Callout tone="unsafe" title={<code {...ofAws}>{answer.code}</code>} headingLevel={3} role="alert">
      <p className="aws-words" {...ofAws}>
        {answer.message}
      </p>
    </Callout>
  )
}

type AnsweredProps<Result> = {
  answer: AwsAnswer<Result> | undefined
  waiting: string
  children: (result: Result) => ReactNode
}

/** Waiting, refused, or what the answer makes of it. */
export function Answered<Result>({ answer, waiting, children }: AnsweredProps<Result>) {
  if (answer === undefined) return <p className="hint">{waiting}</p>
  return answer.kind === 'answer' ? children(answer.result) : <AwsWords answer={answer} />
}
