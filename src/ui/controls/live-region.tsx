/** Is in the page from the start, so that a change of its text is announced. */
export function LiveRegion({ text }: { text: string }) {
  return (
    <div className="visually-hidden" role="status">
      {text}
    </div>
  )
}
