function joined(chunks: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length)
  let offset = 0
  for (const chunk of chunks) {
    bytes.set(chunk, offset)
    offset += chunk.length
  }
  return bytes
}

/** The body, or null when it is longer: what is too much is not read, whatever its Content-Length says. */
export async function boundedBody(request: Request, maximumBytes: number): Promise<Uint8Array<ArrayBuffer> | null> {
  if (Number(request.headers.get('Content-Length') ?? 0) > maximumBytes) return null
  // Null without a body; undefined in browsers that do not stream requests.
  if (!request.body) {
    const bytes = new Uint8Array(await request.arrayBuffer())
    return bytes.length > maximumBytes ? null : bytes
  }
  const chunks: Uint8Array[] = []
  let length = 0
  const reader = request.body.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return joined(chunks, length)
    length += value.length
    if (length > maximumBytes) {
      await reader.cancel()
      return null
    }
    chunks.push(value)
  }
}
