/** A name from AWS, never translated. */
export function Code({ text }: { text: string }) {
  return (
    <code translate="no" dir="ltr">
      {text}
    </code>
  )
}
