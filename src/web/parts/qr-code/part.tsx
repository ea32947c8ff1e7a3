import { create } from 'qrcode'

export interface QrCodeProps {
  /** What a scanner reads: usually a full address. */
  readonly text: string
  /** What it leads to, in words. */
  readonly title: string
  /** Shown below, so that nobody needs a scanner. */
  readonly caption?: string | undefined
}

const QUIET = 4

/** One path of unit squares, runs joined: sharp at any size, on screen and on paper. */
export function qrPath(text: string): { readonly path: string; readonly side: number } {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const rows = Array.from({ length: modules.size }, (_, y) =>
    Array.from({ length: modules.size }, (_, x) => (modules.get(y, x) ? '1' : '0')).join(''),
  )
  const path = rows.flatMap((row, y) =>
    [...row.matchAll(/1+/g)].map(
      ({ 0: run, index }) => `M${index + QUIET} ${y + QUIET}h${run.length}v1h-${run.length}z`,
    ),
  )
  return { path: path.join(''), side: modules.size + 2 * QUIET }
}

export const QrCode = ({ text, title, caption }: QrCodeProps) => {
  const { path, side } = qrPath(text)
  return (
    <figure class="qr">
      <svg viewBox={`0 0 ${side} ${side}`} role="img" aria-label={title} shape-rendering="crispEdges">
        <path d={path} fill="#000" />
      </svg>
      {caption ? <figcaption>{caption}</figcaption> : null}
    </figure>
  )
}
