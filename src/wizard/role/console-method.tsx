import { Fragment } from 'react'
import { type ConsolePart, consoleGuide, consoleSteps, consoleStepsMessages } from '#core/artifacts/console-steps.ts'
import type { RolePlan } from '#core/connection/role-plan.ts'
import { currentLanguage, localized } from '#i18n/language.ts'
import { CopyButton } from '#ui/controls/action-buttons.tsx'
import { NumberedStep, NumberedSteps } from '#ui/controls/lists.tsx'
import { Code, CopyableCode } from '#ui/editor/code-view.tsx'
import { Instructions } from './artifact-rendering.tsx'
import { AwsPageLink } from './aws-page-link.tsx'
import './console-method.css'
import { roleMessages } from './role-messages.ts'

type ConsoleMethodProps = { readonly plan: RolePlan; readonly isSimulated: boolean; readonly onTake: () => void }

/** The steps to follow with the console next to them: each value has its own copy button, and each page its link. */
export function ConsoleMethod(props: ConsoleMethodProps) {
  const { plan } = props
  const { code } = currentLanguage()
  const guide = consoleGuide(plan, code)
  if (guide.kind === 'unavailable') {
    const words = localized(consoleStepsMessages).unavailable
    return (
      <div className="stack console-method">
        <p>
          {words.path} <Code text={guide.path} />
        </p>
        <p>{words.instead}</p>
      </div>
    )
  }
  return (
    <div className="stack console-method">
      <NumberedSteps>
        {guide.steps.map(({ title, parts }) => (
          <NumberedStep key={title} title={title}>
            {parts.map((part) => (
              <Part key={JSON.stringify(part)} part={part} {...props} />
            ))}
          </NumberedStep>
        ))}
      </NumberedSteps>
      <Instructions dialect={consoleSteps} subject={plan} />
    </div>
  )
}

function Part({ part, plan, isSimulated, onTake }: ConsoleMethodProps & { readonly part: ConsolePart }) {
  const words = localized(roleMessages).console
  switch (part.kind) {
    case 'sentence':
      return <Sentence text={part.text} />
    case 'page':
      return (
        <AwsPageLink plan={plan} url={part.url} isSimulated={isSimulated} onClick={onTake}>
          {words.pages[part.page]}
        </AwsPageLink>
      )
    case 'field':
      return <Value name={part.label} value={part.value} onCopy={onTake} />
    case 'tags':
      return Object.entries(part.tags).map(([key, value]) => (
        <Fragment key={key}>
          <Value name="Key" value={key} onCopy={onTake} />
          <Value name="Value" value={value} onCopy={onTake} />
        </Fragment>
      ))
    case 'document':
      return part.language === 'text' ? (
        <Value value={part.text} onCopy={onTake} />
      ) : (
        <CopyableCode
          label={words.document}
          text={part.text}
          language={part.language}
          marks={[plan.externalId]}
          maxHeight="20rem"
          copyLabel={words.copyDocument}
          onCopy={onTake}
        />
      )
  }
}

type ValueProps = { readonly name?: string; readonly value: string; readonly onCopy: () => void }

function Value({ name, value, onCopy }: ValueProps) {
  const words = localized(roleMessages).console
  return (
    <p className="console-value">
      {name !== undefined && <b lang="en">{name}</b>}
      <Code text={value} />
      <CopyButton text={value} label={words.copyValue(name ?? value)} variant="quiet" onCopy={onCopy} />
    </p>
  )
}

/** `**label of AWS**` and a value between backticks. */
const marked = /(\*\*[^*]+\*\*|`[^`]+`)/

function Sentence({ text }: { readonly text: string }) {
  return (
    <p>
      {text.split(marked).map((piece, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces have no state and no other identity.
        <Fragment key={index}>{markedPiece(piece)}</Fragment>
      ))}
    </p>
  )
}

function markedPiece(piece: string) {
  if (piece.startsWith('**')) return <b lang="en">{piece.slice(2, -2)}</b>
  return piece.startsWith('`') ? <Code text={piece.slice(1, -1)} /> : piece
}
