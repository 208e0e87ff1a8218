import { say, type Localized } from '../../shared/index.ts'
import type { ImageReport, NamedShare, Tone, ToneTarget } from './schema.ts'
import { ADDRESSES, DIALECTS, HUMOUR, SALES, type SpeechWords } from './speech-table.ts'

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' })
const EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}/u
const LETTER = /[\p{L}\p{N}]/u
/** Full-width and half-width ends, and lines. */
const SENTENCE_END = /[。！？；…!?;\n]+|\.(?=\s|$)/u

/** Measures how texts are written; null of none. Signs are counted as people see them: a family emoji is one. */
export function measureTone(texts: readonly string[]): Tone | null {
  const whole = texts.map((text) => text.normalize('NFKC'))
  const signs = whole.flatMap((text) => [...graphemes.segment(text)].map(({ segment }) => segment))
  const letters = signs.filter((sign) => LETTER.test(sign)).length
  const emoji = signs.filter((sign) => EMOJI.test(sign)).length
  if (letters === 0) return null
  const sentences = whole
    .flatMap((text) => text.split(SENTENCE_END))
    .map(countLetters)
    .filter((length) => length > 0)
  const count = (pattern: RegExp) => whole.reduce((sum, text) => sum + (text.match(pattern)?.length ?? 0), 0)
  return {
    sentenceLength: letters / Math.max(1, sentences.length),
    emojiPer100: (100 * emoji) / (letters + emoji),
    humourPer1000: (1000 * count(HUMOUR)) / letters,
    salesPer1000: (1000 * count(SALES)) / letters,
    addresses: countKinds(whole, ADDRESSES),
    dialects: countKinds(whole, DIALECTS),
  }
}

const countLetters = (text: string) => [...text].filter((sign) => LETTER.test(sign)).length

function countKinds(texts: readonly string[], kinds: readonly SpeechWords[]): NamedShare[] {
  const counted = kinds.map(({ key, name, words }) => ({
    key,
    name: name.en,
    nameZh: name.zh,
    count: texts.reduce((sum, text) => sum + (text.match(words)?.length ?? 0), 0),
  }))
  const all = counted.reduce((sum, { count }) => sum + count, 0)
  return counted
    .filter(({ count }) => count > 0)
    .map((kind) => ({ ...kind, share: kind.count / all }))
    .toSorted((a, b) => b.count - a.count)
}

const MEASURES = {
  sentenceLength: say('characters per sentence', '每句字数'),
  emojiPer100: say('emoji per 100 characters', '每百字表情数'),
  humourPer1000: say('humour words per 1,000 characters', '每千字幽默用语'),
  salesPer1000: say('sales words per 1,000 characters', '每千字促销用语'),
} as const satisfies Record<string, Localized>

/** Holds the tone against what a brand wishes, wish by wish. */
export function compareTone(tone: Tone, target: ToneTarget): NonNullable<ImageReport['toneFit']> {
  const ranges = Object.entries(MEASURES).flatMap(([measure, name]) => {
    const wished = isMeasure(measure) ? target[measure] : undefined
    if (!isMeasure(measure) || wished === undefined) return []
    const value = tone[measure]
    const said = `${Number(value.toFixed(1))}`
    const [low, high] = wished
    return [
      {
        measure,
        isMet: value >= low && value <= high,
        because: `${name.en} ${said}, wished ${low}–${high}`,
        becauseZh: `${name.zh} ${said}，期望 ${low}–${high}`,
      },
    ]
  })
  return [...ranges, ...compareAddress(tone, target)]
}

const isMeasure = (name: string): name is keyof typeof MEASURES => Object.hasOwn(MEASURES, name)

function compareAddress({ addresses }: Tone, { address }: ToneTarget): NonNullable<ImageReport['toneFit']> {
  if (address === undefined) return []
  const wished = ADDRESSES.find(({ key }) => key === address)?.name.zh ?? address
  const [used] = addresses
  return [
    {
      measure: 'address',
      isMet: used?.key === address,
      because: `mostly says ${used?.name ?? 'nothing'}, wished ${wished}`,
      becauseZh: `最常用称呼「${used?.nameZh ?? '无'}」，期望「${wished}」`,
    },
  ]
}
