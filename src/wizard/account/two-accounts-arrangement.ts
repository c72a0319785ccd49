import { type Lettering, nameLettering, textLettering, wrappedLines } from '#ui/browser/wrapped-lines.ts'

type Account = {
  readonly title: string
  /** In groups, or what stands in its place. */
  readonly accountId: string
  /** The role in it. */
  readonly role: string
}

export type PicturedAccounts = {
  readonly vendor: Account
  readonly customer: Account
  /** What a request is told by: the one that AWS answers, and the one that it refuses. */
  readonly rightId: string
  readonly wrongId: string
}

/** Sizes are pixels. */
type Face = { readonly className: string; readonly size: number; readonly leading: number; readonly lettering: Lettering }

const faces = {
  title: { className: 'two-accounts-title', size: 15, leading: 20, lettering: textLettering },
  id: { className: 'two-accounts-id', size: 13, leading: 19, lettering: textLettering },
  role: { className: 'two-accounts-role', size: 13, leading: 18, lettering: textLettering },
  name: { className: 'two-accounts-role name', size: 13, leading: 18, lettering: nameLettering },
  request: { className: 'two-accounts-request', size: 13, leading: 16, lettering: textLettering },
} as const satisfies Readonly<Record<string, Face>>

/** A text in lines, each with its place below the top of the text. */
export type Written = {
  readonly lines: readonly { readonly text: string; readonly baseline: number }[]
  readonly face: Face
  readonly height: number
}

export type Box = { readonly y: number; readonly height: number }
/** What is in an account is placed from the top of the drawing too. */
export type PlacedAccount = Box & {
  readonly headY: number
  readonly roleBox: Box
  readonly title: Written
  readonly accountId: Written
  readonly role: Written
}
/** A request, told in a box around its way. */
export type Request = { readonly written: Written; readonly height: number; readonly y: number }

export type Arrangement = {
  readonly height: number
  readonly vendor: PlacedAccount
  readonly customer: PlacedAccount
  readonly right: Request
  readonly wrong: Request
}

export const requestWidth = 104
export const glyphSize = 20
const padding = 12
const gap = 10

/** The room of lines in the narrowest drawing that is arranged so: the style sheet lets none narrower lie. */
const rooms = { lying: { account: 146, role: 136 }, upright: { account: 190, role: 180 } } as const
const requestRoom = requestWidth - 18

function written(text: string, face: Face, room: number): Written {
  const { size, leading, lettering } = face
  const lines = wrappedLines(text, room / size, lettering).map((line, index) => ({
    text: line,
    baseline: (index + 0.5) * leading + 0.36 * size,
  }))
  return { lines, face, height: lines.length * leading }
}

function writtenAccounts({ vendor, customer, rightId, wrongId }: PicturedAccounts, { account, role }: (typeof rooms)['lying' | 'upright']) {
  const head = ({ title, accountId }: Account) => ({
    title: written(title, faces.title, account),
    accountId: written(accountId, faces.id, account),
  })
  const request = (text: string) => {
    const lines = written(text, faces.request, requestRoom)
    return { written: lines, height: lines.height + gap }
  }
  return {
    vendor: { ...head(vendor), role: written(vendor.role, faces.role, role) },
    customer: { ...head(customer), role: written(customer.role, faces.name, role) },
    right: request(rightId),
    wrong: request(wrongId),
  }
}

type WrittenAccount = Omit<PlacedAccount, keyof Box | 'headY' | 'roleBox'>

const headHeight = ({ title, accountId }: WrittenAccount): number => title.height + accountId.height
const roleHeight = ({ role }: WrittenAccount): number => padding + glyphSize + 6 + role.height + padding

/** The accounts side by side, with the requests under each other between the two roles. */
export function lying(accounts: PicturedAccounts): Arrangement {
  const { vendor, customer, right, wrong } = writtenAccounts(accounts, rooms.lying)
  const apart = 16
  const requestsHeight = right.height + apart + wrong.height
  const roleBox = {
    y: padding + Math.max(headHeight(vendor), headHeight(customer)) + gap,
    height: Math.max(requestsHeight, roleHeight(vendor), roleHeight(customer)),
  }
  const height = roleBox.y + roleBox.height + gap
  const rightY = roleBox.y + (roleBox.height - requestsHeight + right.height) / 2
  const place = { y: 0, height, headY: padding, roleBox }
  return {
    height,
    vendor: { ...vendor, ...place },
    customer: { ...customer, ...place },
    right: { ...right, y: rightY },
    wrong: { ...wrong, y: rightY + (right.height + wrong.height) / 2 + apart },
  }
}

/** The customer's account under the vendor's, each with its role at the edge towards the other, and the requests side by side between them. */
export function upright(accounts: PicturedAccounts): Arrangement {
  const { vendor, customer, right, wrong } = writtenAccounts(accounts, rooms.upright)
  const [lineBefore, lineAfter] = [16, 26]
  const vendorRole = { y: padding + headHeight(vendor) + gap, height: roleHeight(vendor) }
  const vendorHeight = vendorRole.y + vendorRole.height + gap
  const requestHeight = Math.max(right.height, wrong.height)
  const top = vendorHeight + lineBefore + requestHeight + lineAfter
  const customerRole = { y: top + gap, height: roleHeight(customer) }
  const headY = customerRole.y + customerRole.height + gap
  const height = headY + headHeight(customer) + padding
  const y = vendorHeight + lineBefore + requestHeight / 2
  return {
    height,
    vendor: { ...vendor, y: 0, height: vendorHeight, headY: padding, roleBox: vendorRole },
    customer: { ...customer, y: top, height: height - top, headY, roleBox: customerRole },
    right: { ...right, y },
    wrong: { ...wrong, y },
  }
}
