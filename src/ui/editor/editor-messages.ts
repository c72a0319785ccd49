import { messages } from '#core/text/messages.ts'

export const editorMessages = messages('editor', {
  checks: { passed: 'Passed', failed: 'Failed', running: 'Running', 'not-run': 'Not run yet', unknown: 'Unknown' },
  newTab: '(opens in a new tab)',
  copied: 'Copied',
  copyByHand: 'The browser does not let this page copy. Select the text and press Ctrl+C',
  openInEditor: 'Open in editor',
  editorFailed: 'The editor could not be loaded; the text on this page is complete. Press the button to try again.',
  close: 'Close',
  readOnly: 'Read-only',
  copy: 'Copy',
  download: 'Download',
  asEditor: 'Show in the editor',
  asPlainText: 'Show as plain text',
  label: (title: string, isReadOnly: boolean) =>
    `${title}, ${isReadOnly ? 'read-only' : 'editable'}. Tab leaves the editor; Ctrl+M, on a Mac Ctrl+Shift+M, makes Tab indent instead.`,
  plainReadOnly: 'The text is read-only; it can be selected and copied.',
  plainEditable: 'Tab leaves the text.',
  waiting: 'The editor is being loaded; the text can be read already.',
  tab: 'Tab leaves the editor. Ctrl+M (on a Mac Ctrl+Shift+M) makes it indent instead.',
  assisted: 'Ctrl+Space suggests, F8 goes to the next remark, Ctrl+. (on a Mac ⌘+.) offers what mends it.',
  failed: 'The editor could not be loaded; the text below is complete.',
  retry: 'Try again',
  failedRetry: 'The editor could not be loaded. Try again',
})
