export { cleanText } from './clean-text.ts'
export { sniffFormat, type SniffedFormat } from './sniff-format.ts'
export { decodeText, type DecodedText } from './decode-text.ts'
export { BrokenText, openTextPieces, type TextPieces } from './text-pieces.ts'
