/** Everything that is otherwise loaded when it is needed, so that the demo goes on without a network. */
export async function loadWholeFlow(): Promise<void> {
  await Promise.all([
    import('#wizard/account/role-preview.tsx'),
    import('#wizard/account/account-rules.ts'),
    import('#wizard/shell/connection-step.tsx'),
    import('#wizard/role/role-screen.tsx'),
    import('#wizard/connected/connected-screen.tsx'),
    import('#wizard/review/review-screen.tsx'),
    import('#wizard/receipt/receipt-screen.tsx'),
    import('#wizard/receipt/check-receipt.ts'),
    import('#wizard/many/many-step.tsx'),
    import('#wizard/many/rollout-panel.tsx'),
    import('#ui/editor/highlight.ts'),
    import('#ui/editor/code-editor-dialog.tsx'),
    import('#ui/editor/monaco-view.tsx'),
  ])
}
