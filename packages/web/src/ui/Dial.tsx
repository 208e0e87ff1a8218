import { arcBetween, pointAt } from './dial-geometry.ts'

interface DialProps {
  /** 0–1; null is not known and shows no needle. */
  readonly share: number | null
  readonly shown: string
  /** The whole sentence, for who hears it. */
  readonly label: string
  /** Shares at which a new band begins, with the words on the rim. */
  readonly marks: readonly { readonly at: number; readonly text: string }[]
}

const RIM = 80
const BANDS = ['bad', 'care', 'good'] as const

/** A half-round dial: bands, a needle, and the number below it. Colour only repeats what needle and number say. */
export function Dial({ share, shown, label, marks }: DialProps) {
  const edges = [0, ...marks.map(({ at }) => at), 1]
  const tip = pointAt(share ?? 0, RIM - 6)
  return (
    <svg className="dial" viewBox="0 0 200 132" role="img" aria-label={label}>
      {edges.slice(1).map((to, at) => (
        <path key={to} d={arcBetween(edges[at] ?? 0, to, RIM)} className={`dial-band dial-${BANDS[at] ?? 'good'}`} />
      ))}
      {marks.map(({ at, text }) => {
        const { x, y } = pointAt(at, RIM + 12)
        return (
          <text key={text} x={x} y={y} className="dial-mark" textAnchor={at > 0.5 ? 'start' : 'middle'}>
            {text}
          </text>
        )
      })}
      {share !== null && (
        <>
          <line x1={100} y1={100} x2={tip.x} y2={tip.y} className="dial-needle" />
          <circle cx={100} cy={100} r={5} className="dial-hub" />
        </>
      )}
      <text x={100} y={127} className="dial-number" textAnchor="middle">
        {shown}
      </text>
    </svg>
  )
}
