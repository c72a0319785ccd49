import { connect } from 'node:net'

/** The number of bytes of the response that `start` begins with. Throws for a status other than 200. */
function responseBytes(start: Buffer): number {
  const end = start.indexOf('\r\n\r\n')
  const head = start.toString('latin1', 0, end)
  const length = /^content-length: (\d+)$/im.exec(head)?.[1]
  if (end === -1 || length === undefined || !head.startsWith('HTTP/1.1 200'))
    throw new Error(`A response begins with ${head.slice(0, 100)}`)
  return end + 4 + Number(length)
}

/**
 * Sends requests over one connection, each after the response to the last one. The client of Node takes longer for a request than the
 * bare server, which then sleeps between requests, and waking counts as its time.
 */
export function sendAll(port: number, next: () => string | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    let left = 0
    const send = () => {
      const text = next()
      if (text !== undefined) return socket.write(text)
      resolve()
      return socket.destroy()
    }
    socket.on('connect', send)
    socket.on('data', (chunk) => {
      left = (left === 0 ? responseBytes(chunk) : left) - chunk.length
      if (left === 0) send()
    })
    socket.on('error', reject)
    socket.on('close', () => reject(new Error('The server closed the connection')))
  })
}
