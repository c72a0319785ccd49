import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { useNow } from '#ui/browser/clock.ts'
import { useHash } from '#ui/browser/use-hash.ts'
import { CodeView } from '#ui/editor/code-view.tsx'
import { OpenInEditor } from '#ui/editor/open-in-editor.tsx'
import { ButtonLink, CopyButton } from './action-buttons.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { CheckboxField, TextField } from './fields.tsx'
import { CheckList } from './lists.tsx'
import { ErrorBoundary } from './page-parts.tsx'
import { SelectField } from './select-field.tsx'
import { StepList } from './step-list.tsx'
import { Tabs } from './tabs.tsx'

const html = (element: ReactElement) => renderToStaticMarkup(element)
const words = (markup: string) => markup.replace(/<[^>]*>/g, '').replace(/&quot;/g, '"')

test('associates label, hint and error with a text field', () => {
  expect(
    html(<TextField id="account" label="AWS account ID" hint="12 digits" error="Too short" note="Not shown beside an error" isMono />),
  ).toMatchInlineSnapshot(
    `"<div class="field invalid"><div class="field-label"><label for="account">AWS account ID</label></div><div class="field-control"><input type="text" spellCheck="false" autoComplete="off" autoCapitalize="off" autoCorrect="off" class="mono" translate="no" dir="ltr" id="account" aria-describedby="account-hint account-error" aria-invalid="true"/></div><div class="visually-hidden" id="account-hint">12 digits</div><div class="field-error" id="account-error"><span class="visually-hidden">Error: </span><span>Too short</span></div></div>"`,
  )
})

test('references no missing hint, error or note', () => {
  const markup = html(<TextField id="account" label="AWS account ID" error={undefined} />)
  expect(markup).not.toContain('aria-describedby')
  expect(markup).not.toContain('aria-invalid')
})

test('describes a checkbox with its hint', () => {
  expect(html(<CheckboxField id="write" label="Write results" hint="To store them" />)).toContain('aria-describedby="write-hint"')
})

test('groups options in their order', () => {
  const options = [
    { value: '1', label: 'Any' },
    { value: 'eu', label: 'Frankfurt', group: 'Standard' },
    { value: 'cn', label: 'Beijing', group: 'China' },
    { value: 'us', label: 'Oregon', group: 'Standard' },
  ]
  expect(words(html(<SelectField label="" options={options} />).replace(/<optgroup label="(\w+)">/g, '[$1] '))).toBe(
    'Any[Standard] FrankfurtOregon[China] Beijing',
  )
})

test('announces an external link and gives it no opener', () => {
  const markup = html(
    <ButtonLink href="https://console.aws.amazon.com/" isExternal>
      Launch stack in AWS
    </ButtonLink>,
  )
  expect(markup).toContain('target="_blank" rel="noopener"')
  expect(words(markup)).toBe('Launch stack in AWS (opens in a new tab)')
})

test('shows the full code before highlighting', () => {
  const text = '{\n  "Effect": "Allow"\n}\n'
  expect(words(html(<CodeView label="Trust policy" text={text} language="json" marks={['Allow']} />))).toBe(text)
})

test('does not animate initial marks', () => {
  expect(html(<CodeView label="" text="a b" language="text" marks={['b']} />)).toContain('<mark><span>b</span></mark>')
})

test('states the progress of each step in words, and links only completed ones', () => {
  const markup = html(
    <StepList
      label="Progress"
      steps={[
        { title: 'Account', state: 'done', href: '#account' },
        { title: 'Create role', state: 'current', href: '#role' },
        { title: 'Connected', state: 'ahead', href: '#connected' },
      ]}
    />,
  )
  expect(words(markup)).toBe('Account, done2Create role, current step3Connected, not yet')
  expect(markup.match(/<a /g)).toHaveLength(1)
  expect(markup.match(/aria-current="step"/g)).toHaveLength(1)
})

test('states the result of each check in words', () => {
  const states = ['passed', 'failed', 'running', 'not-run', 'unknown'] as const
  const markup = html(<CheckList label="Checks" items={states.map((state) => ({ id: state, title: '', state }))} />)
  expect(words(markup)).toBe('PassedFailedRunningPendingUnknown')
})

test('puts one tab in the tab order and renders only its panel', () => {
  const tabs = [
    { id: 'a', title: 'A', panel: 'panel a' },
    { id: 'b', title: 'B', panel: 'panel b' },
  ]
  const markup = html(<Tabs label="Ways" tabs={tabs} selected="b" onSelect={() => undefined} />)
  expect(markup.match(/tabindex="0"/g)).toHaveLength(1)
  expect(words(markup)).toBe('ABpanel b')
  expect(words(html(<Tabs label="Ways" tabs={tabs} selected="gone" onSelect={() => undefined} />))).toContain('panel a')
})

function Clock() {
  return `${useHash()}|${useNow(1000)}`
}

test('every control can be prerendered', () => {
  expect(html(<Clock />)).toBe('|0')
  expect(html(<CopyButton text="x" label="Copy link" />)).toContain('role="status"')
  expect(html(<OpenInEditor title="" text="" language="json" filename="" />)).toContain('aria-haspopup="dialog"')
  expect(html(<ErrorSummary title="Check these fields" errors={[{ fieldId: 'account', message: 'Too short' }]} />)).toContain(
    'href="#account"',
  )
  expect(html(<ErrorBoundary fallback={() => 'failed'}>fine</ErrorBoundary>)).toBe('fine')
})
