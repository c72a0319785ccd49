import { messages } from '#core/text/messages.ts'

export const editorMessages = messages('editor', {
  checks: { passed: 'Passed', failed: 'Failed', running: 'Running', 'not-run': 'Pending', unknown: 'Unknown' },
  newTab: '(opens in a new tab)',
  learnMore: 'Learn more',
  copied: 'Copied',
  copyByHand: 'Couldn’t copy automatically. Press Ctrl+C to copy',
  openInEditor: 'Open in editor',
  editorFailed: 'The editor didn’t load. The text on this page is complete.',
  close: 'Close',
  readOnly: 'Read-only',
  copy: 'Copy',
  download: 'Download',
  asEditor: 'Use the editor',
  asPlainText: 'Use plain text',
  label: (title: string, isReadOnly: boolean) =>
    `${title}, ${isReadOnly ? 'read-only' : 'editable'}. Tab leaves the editor. Press Ctrl+M (Mac: Ctrl+Shift+M) to let Tab indent.`,
  plainReadOnly: 'Read-only. You can select and copy the text.',
  plainEditable: 'Tab leaves the text.',
  waiting: 'Loading the editor…',
  tab: 'Press Ctrl+M (Mac: Ctrl+Shift+M) to let Tab indent.',
  assisted: 'Ctrl+Space: suggestions. F8: next issue. Ctrl+. (Mac: ⌘+.): quick fix.',
  failed: 'The editor didn’t load. The text below is complete.',
  retry: 'Try again',
})
