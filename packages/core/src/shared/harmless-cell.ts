// Excel and WPS run text that begins so as a formula, the full-width twins too where an East Asian keyboard is set; blanks and invisible
// characters before it do not stop every one of them.
const FORMULA_START = /^(?:[\s\p{C}]*[=+\-@＝＋－＠]|[\t\r\n])/u

// Blanks, a negative number, and the dashes that stand for "not known" in Chinese exports: nothing a spreadsheet could run.
const NO_FORMULA = /^(?:\s*|-\d[\d,]*(?:\.\d+)?%?|[-－]+)$/

const APOSTROPHE = 0x27

const runs = (text: string) => FORMULA_START.test(text) && !NO_FORMULA.test(text)

// Text that has such apostrophes of its own gets one more, so that taking one off is exact.
const OWN_APOSTROPHES = /^'+/
const needsApostrophe = (text: string) => runs(text.replace(OWN_APOSTROPHES, ''))

/**
 * The text of a cell as any file for spreadsheets must carry it: what could run as a formula is made text by an apostrophe before it.
 * Negative numbers stay numbers. Every writer of such a file passes every text through here, once, names of columns too.
 */
export function harmlessCell(text: string): string {
  return needsApostrophe(text) ? `'${text}` : text
}

/** The inverse of harmlessCell: the text as it was before it went into a file for spreadsheets. Any other text stays as it is. */
export function readHarmlessCell(text: string): string {
  return text.charCodeAt(0) === APOSTROPHE && needsApostrophe(text) ? text.slice(1) : text
}
