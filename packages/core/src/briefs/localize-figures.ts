/** Months as German and French write them; the English names follow in the same order. */
const MONTHS: Readonly<Record<'de' | 'fr', readonly string[]>> = {
  de: ['januar', 'februar', 'märz', 'april', 'mai', 'juni', 'juli', 'august', 'september', 'oktober', 'november', 'dezember'],
  fr: ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'],
}
const ENGLISH = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
const SCALES: Readonly<Record<'de' | 'fr', readonly (readonly [RegExp, string])[]>> = {
  de: [
    [/\bMio\b\.?|\bMillionen\b|\bMillion\b/giu, 'million'],
    [/\bMrd\b\.?|\bMilliarden?\b/giu, 'billion'],
    [/\bTausend\b/giu, 'thousand'],
  ],
  fr: [
    [/\bmilliards?\b/giu, 'billion'],
    [/\bmillions?\b/giu, 'million'],
    [/\bmille\b/giu, 'thousand'],
  ],
}

/** Figures, months and scales of a German or French sentence as English writes them, so that one reader understands all: 1.500,5 → 1500.5. */
export function writeEnglishFigures(text: string, language: 'de' | 'fr'): string {
  const grouped =
    language === 'de' ? text.replace(/(?<=\d)\.(?=\d{3}(?!\d))/g, '') : text.replace(/(?<=\d)[\u00A0\u202F ](?=\d{3}(?!\d))/g, '')
  const pointed = grouped.replace(/(?<=\d),(?=\d)/g, '.')
  const dated = pointed.replace(/(\d{1,2})(?:\.|er)?\s+(\p{L}+)/gu, (whole, day: string, word: string) => {
    const month = MONTHS[language].indexOf(word.toLowerCase())
    return month === -1 ? whole : `${day} ${ENGLISH[month] ?? word}`
  })
  return SCALES[language].reduce((left, [sign, word]) => left.replace(sign, word), dated)
}
