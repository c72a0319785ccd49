/** React puts it into the head, before any title that is there. */
export function DocumentTitle({ text }: { text: string }) {
  return <title>{text}</title>
}
