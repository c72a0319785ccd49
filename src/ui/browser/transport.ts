/** How a page sends what it asks for. Addresses are relative to the page, or begin with a slash. */
export type Transport = (address: string, init: RequestInit) => Promise<Response>

let transport: Transport = (address, init) => fetch(address, init)

/** Called at most once, before the first request: what runs on top of it does not know the difference. */
export function replaceTransport(other: Transport): void {
  transport = other
}

export function send(address: string, init: RequestInit): Promise<Response> {
  return transport(address, init)
}
