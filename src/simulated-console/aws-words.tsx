import type { ReactNode } from 'react'
import { Callout } from '#ui/callout.tsx'
import type { AwsAnswer } from './aws-answer.ts'

/** What AWS refused, in its own words. Nothing for an answer. */
export function AwsWords({ answer }: { answer: AwsAnswer<unknown> | undefined }) {
  if (answer === undefined || answer.kind === 'answer') return null
  const [title, words] = answer.kind === 'error' ? [<code key="code">{answer.code}</code>, answer.message] : ['No answer', answer.reason]
  return (
    <Callout tone="unsafe" title={title} headingLevel={3} role="alert">
      <p className="aws-words">{words}</p>
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
