// Unicode's East Asian Width W and F (UAX 11), and what draws as an emoji by itself.
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{17000}-\u{18cff}\u{1f200}-\u{1f2ff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u
const EMOJI_STYLE = '\ufe0f'
const HIDDEN = /^(?:\p{Default_Ignorable_Code_Point}|\p{Mn}|\p{Me})*$/u
// Direction marks would turn the line round, and an escape would paint the terminal; they are shown as what they are, signs.
const CONTROLS = /\p{Cc}/gu
const TURNING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g
const PICTURES = 0x2400

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' })

/** Cells a text takes on a terminal: one character as a reader counts them takes none, one or two, however many code points it has. */
export function widthOf(text: string): number {
  let cells = 0
  for (const { segment } of graphemes.segment(text)) cells += HIDDEN.test(segment) ? 0 : isWide(segment) ? 2 : 1
  return cells
}

const isWide = (grapheme: string) => WIDE.test(grapheme) || grapheme.includes(EMOJI_STYLE)

/** The text with control characters as pictures of themselves, so that a hostile draft can neither paint nor turn the terminal. */
export function showControls(text: string): string {
  return text.replaceAll('\t', ' ').replace(CONTROLS, pictureOf).replace(TURNING, '\u2426')
}

function pictureOf(sign: string): string {
  const code = sign.charCodeAt(0)
  if (code < 0x20) return String.fromCharCode(PICTURES + code)
  return code === 0x7f ? '\u2421' : '\u2426'
}
