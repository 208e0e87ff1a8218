/** Months as German and French write them, in full and cut short; the English names follow in the same order. */
const MONTHS: Readonly<Record<'de' | 'fr', readonly (readonly string[])[]>> = {
  de: [
    ['januar', 'jan'],
    ['februar', 'feb', 'febr'],
    ['märz', 'mrz'],
    ['april', 'apr'],
    ['mai'],
    ['juni', 'jun'],
    ['juli', 'jul'],
    ['august', 'aug'],
    ['september', 'sept', 'sep'],
    ['oktober', 'okt'],
    ['november', 'nov'],
    ['dezember', 'dez'],
  ],
  fr: [
    ['janvier', 'janv'],
    ['février', 'févr', 'fév'],
    ['mars'],
    ['avril', 'avr'],
    ['mai'],
    ['juin'],
    ['juillet', 'juil'],
    ['août'],
    ['septembre', 'sept'],
    ['octobre', 'oct'],
    ['novembre', 'nov'],
    ['décembre', 'déc'],
  ],
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

/** Figures, months and scales of a German or French sentence as English writes them, so that one reader understands all: 1.500,5 → 1500.5, 01.12.2026 → 01 12 2026. */
export function writeEnglishFigures(text: string, language: 'de' | 'fr'): string {
  // 01.12. and 1.12.2026 are days; 1.2. may as well end a sentence.
  const apart = text.replace(/(?<![\d.])(\d{1,2})\.(\d{1,2})\.(?=\d{4}(?!\d))|(?<![\d.])(\d\d)\.(\d\d)\.(?!\d)/g, '$1$3 $2$4 ')
  const grouped =
    language === 'de' ? apart.replace(/(?<=\d)\.(?=\d{3}(?!\d))/g, '') : apart.replace(/(?<=\d)[\u00A0\u202F ](?=\d{3}(?!\d))/g, '')
  const pointed = grouped.replace(/(?<=\d),(?=\d)/g, '.')
  const dated = pointed.replace(/(\d{1,2})(?:\.|er)?\s+(\p{L}+)/gu, (whole, day: string, word: string) => {
    const month = MONTHS[language].findIndex((names) => names.includes(word.toLowerCase()))
    return month === -1 ? whole : `${day} ${ENGLISH[month] ?? word}`
  })
  return SCALES[language].reduce((left, [sign, word]) => left.replace(sign, word), dated)
}
