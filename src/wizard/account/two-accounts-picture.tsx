import type { ReactNode } from 'react'
import {
  type Arrangement,
  type Box,
  glyphSize,
  lying,
  type PicturedAccounts,
  type PlacedAccount,
  type Request,
  requestWidth,
  upright,
  type Written,
} from './two-accounts-arrangement.ts'

/**
 * Two accounts, one role, one external ID: one drawing with two arrangements of the same parts, of which the style sheet shows the one
 * that has room, since the markup is made before anybody knows the width. Places along the width are shares of it, heights and letters
 * are pixels, so that text has the same size at every width. The text is SVG's own, in lines that are counted before, and no HTML in a
 * `foreignObject`: that would have to be given its height just so, and is no part of the picture where a picture is taken out of the page.
 * A browser that translates puts HTML around each text, which no SVG text shows: hence nothing in it is offered for translation.
 */
export function TwoAccountsPicture({ label, accounts }: { label: string; accounts: PicturedAccounts }) {
  const [beside, below] = [lying(accounts), upright(accounts)]
  const heights: Record<string, string> = { '--lying': `${beside.height}px`, '--upright': `${below.height}px` }
  return (
    <div className="two-accounts-frame" translate="no">
      <svg className="two-accounts" role="img" aria-label={label} style={heights}>
        <Lying {...beside} />
        <Upright {...below} />
      </svg>
    </div>
  )
}

type PlaceProps = { x?: string; y?: number | undefined; width?: string; className?: string | undefined; children: ReactNode }

/** What is in it counts from there. */
function Place({ children, ...place }: PlaceProps) {
  return (
    <svg aria-hidden="true" {...place}>
      {children}
    </svg>
  )
}

/** Shares of the width. Requests go from the role in one account to the role in the other. */
const [accountWidth, roleInset] = [36.5, 2.8]
const requestsStart = accountWidth - roleInset
const requestsWidth = 100 - 2 * requestsStart
const percent = (share: number) => `${share}%`
/** A little before the middle of the way, since a mark stands at its end. */
const requestAt = '46%'
const accountEdge = percent(100 - (100 * roleInset) / requestsWidth)

function Lying({ vendor, customer, right, wrong }: Arrangement) {
  const requests = { x: percent(requestsStart), width: percent(requestsWidth) }
  const inset = percent((100 * roleInset) / accountWidth)
  return (
    <Place className="two-accounts-lying">
      <Account {...vendor} x="0" width={percent(accountWidth)} inset={inset} glyph={application} />
      <Account {...customer} x={percent(100 - accountWidth)} width={percent(accountWidth)} inset={inset} glyph={badge} isTarget />
      <Place {...requests} y={right.y}>
        <line className="two-accounts-way" x2="100%" />
        <ArrowHead x="100%" d="M-7-5 0 0l-7 5" />
        <RequestBox {...right} x={requestAt} />
      </Place>
      <Place {...requests} y={wrong.y}>
        <line className="two-accounts-way wrong" x2={accountEdge} />
        <Refusal x={accountEdge} />
        <RequestBox {...wrong} x={requestAt} isWrong />
      </Place>
    </Place>
  )
}

function Upright({ vendor, customer, right, wrong }: Arrangement) {
  const start = vendor.roleBox.y + vendor.roleBox.height
  return (
    <Place className="two-accounts-upright">
      <Account {...vendor} x="0" width="100%" inset="4%" glyph={application} />
      <Account {...customer} x="0" width="100%" inset="4%" glyph={badge} isTarget />
      <line className="two-accounts-way" x1="25%" x2="25%" y1={start} y2={customer.roleBox.y} />
      <ArrowHead x="25%" y={customer.roleBox.y} d="M-5-7 0 0l5-7" />
      <Place y={right.y}>
        <RequestBox {...right} x="25%" />
      </Place>
      <line className="two-accounts-way wrong" x1="75%" x2="75%" y1={start} y2={customer.y} />
      <Refusal x="75%" y={customer.y} />
      <Place y={wrong.y}>
        <RequestBox {...wrong} x="75%" isWrong />
      </Place>
    </Place>
  )
}

type AccountProps = PlacedAccount & { x: string; width: string; inset: string; glyph: string; isTarget?: boolean }

function Account({ x, width, inset, y, height, headY, roleBox, title, accountId, role, glyph, isTarget = false }: AccountProps) {
  return (
    <Place x={x} width={width}>
      <rect className="two-accounts-account" y={y} width="100%" height={height} rx="12" />
      <Place x={inset}>
        <Lines {...title} y={headY} />
        <Lines {...accountId} y={headY + title.height} />
      </Place>
      <RoleBox {...{ roleBox, role, inset, glyph, isTarget }} />
    </Place>
  )
}

type RoleBoxProps = { roleBox: Box; role: Written; inset: string; glyph: string; isTarget: boolean }

function RoleBox({ roleBox, role, inset, glyph, isTarget }: RoleBoxProps) {
  const top = roleBox.y + (roleBox.height - glyphSize - 6 - role.height) / 2
  return (
    <g className={isTarget ? 'two-accounts-target' : undefined}>
      <rect
        className="two-accounts-box"
        x={inset}
        y={roleBox.y}
        width={percent(100 - 2 * Number.parseFloat(inset))}
        height={roleBox.height}
        rx="8"
      />
      <Place x="50%" y={top}>
        <path className="two-accounts-glyph" d={glyph} />
        <Lines {...role} y={glyphSize + 6} isCentred />
      </Place>
    </g>
  )
}

/** Drawn around the middle of their upper edge. */
const application = 'M-10 3h20v14h-20zm0 4h20M-7 5h.01m2.99 0h.01'
const badge = 'M-8 2.5h16v15h-16zM-2 .5h4v4h-4zM-2 9a2 2 0 1 0 4 0 2 2 0 1 0-4 0m-2 5.5c0-4 8-4 8 0'

function Lines({ lines, face, y, isCentred = false }: Written & { y: number; isCentred?: boolean }) {
  return lines.map(({ text, baseline }) => (
    <text key={baseline} className={face.className} y={y + baseline} fontSize={face.size} textAnchor={isCentred ? 'middle' : undefined}>
      {text}
    </text>
  ))
}

function RequestBox({ x, written, height, isWrong = false }: Request & { x: string; isWrong?: boolean }) {
  return (
    <Place x={x} className={isWrong ? 'two-accounts-wrong' : undefined}>
      <rect className="two-accounts-told" x={-requestWidth / 2} y={-height / 2} width={requestWidth} height={height} rx="13" />
      <Lines {...written} y={-written.height / 2} isCentred />
    </Place>
  )
}

function ArrowHead({ x, y, d }: { x: string; y?: number | undefined; d: string }) {
  return (
    <Place x={x} y={y}>
      <path className="two-accounts-way" d={d} />
    </Place>
  )
}

function Refusal({ x, y }: { x: string; y?: number | undefined }) {
  return (
    <Place x={x} y={y} className="two-accounts-wrong">
      <circle className="two-accounts-told" r="8.5" />
      <path className="two-accounts-cross" d="M-3.5-3.5l7 7m0-7l-7 7" />
    </Place>
  )
}
