import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkParity, type Bilingual } from './index.ts'
import { evenFigures, listSpelledWords } from './even-figures.ts'
import { makeBrief } from './test/brief-fixture.ts'

describe('figures that mean the same', () => {
  test.each([
    ['10-20万粉丝', '10万-20万粉丝'],
    ['10至20万粉丝', '10万至20万粉丝'],
    ['100-200k followers', '100k-200k followers'],
    ['20:00 发布', '20 发布'],
    ['20:30 发布', '20:30 发布'],
    ['8 pm', '20'],
    ['8:30 p.m.', '20:30'],
    ['12 pm', '12'],
    ['8折', '20 '],
    ['8.5折', '15 '],
    ['88折', '12 '],
    ['比例 3:00:15', '比例 3:00:15'],
    ['10-20 篇', '10-20 篇'],
  ])('%s reads %s', (text, even) => expect(evenFigures(text)).toBe(even))

  test('property: a text without figures stays', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z\u4e00-\u9fff :.-]*$/), (text) => {
        expect(evenFigures(text)).toBe(text)
      }),
    )
  })
})

describe('numbers that are spelled', () => {
  test.each<[string, 'en' | 'de' | 'fr', string[]]>([
    ['one note in three months', 'en', ['1', '3']],
    ['someone often', 'en', []],
    ['eine Notiz, drei Monate', 'de', ['1', '3']],
    ['Achtung, dreist, einfach', 'de', []],
    ['une note, trois mois', 'fr', ['1', '3']],
    ['unité, sixième', 'fr', []],
  ])('%s (%s): %j', (text, language, numbers) => expect(listSpelledWords(text, language)).toEqual(numbers))
})

describe('a brief in four languages', () => {
  const told = (text: Bilingual) =>
    checkParity(makeBrief({ languages: ['de', 'fr'], keyMessage: text }))
      .filter(({ path }) => path === 'keyMessage')
      .map(({ language, problem }) => `${language} ${problem}`)
  const four = (zh: string, en: string, de: string, fr: string): Bilingual => ({ zh, en, de, fr })

  test.each<[string, Bilingual]>([
    [
      'a number spelled',
      four('3个月内发布1篇笔记', 'one note within three months', 'eine Notiz in drei Monaten', 'une note en trois mois'),
    ],
    ['a full hour', four('12月1日20:00', '1 Dec, 8 pm', '1. Dezember, 20 Uhr', '1er décembre à 20 h')],
    ['half past', four('12月1日20:30', '1 Dec, 8:30 pm', '01.12., 20:30 Uhr', '1er déc. à 20h30')],
    ['a date in figures', four('2026年12月1日', '1 Dec 2026', '01.12.2026', '01/12/2026')],
    ['months cut short', four('2月3日至9月15日', '3 Feb to 15 Sept.', '3. Febr. bis 15. Sept.', '3 févr. au 15 sept.')],
    ['July and August cut short', four('7月3日至8月4日', '3 July to 4 August', '3. Juli bis 4. Aug.', '3 juil. au 4 août')],
    ['a range with one unit', four('10-20万粉丝', '100,000-200,000', '100.000–200.000', '100 000 à 200 000')],
    ['a discount', four('8折', '20% off', '20 % Rabatt', '20 % de remise')],
    ['parts of a thousand', four('提升23.5%', 'up 23.5%', 'plus 23,5 %', '+23,5 %')],
  ])('near miss, the same in all: %s', (_, text) => expect(told(text)).toEqual([]))

  test.each<[string, Bilingual, string[]]>([
    ['another hour', four('20:00', '8 pm', '19 Uhr', '20 h'), ['de numbers_differ']],
    ['another half hour', four('20:30', '8:30 pm', '20:00 Uhr', '20h30'), ['de numbers_differ']],
    ['another month', four('2月3日', '3 Feb', '3. Jan.', '3 janv.'), ['de numbers_differ', 'fr numbers_differ']],
    ['another spelled number', four('3个月', 'two months', 'drei Monate', 'deux mois'), ['en numbers_differ', 'fr numbers_differ']],
    ['another discount', four('8折', '8% off', '20 %', '20 %'), ['en numbers_differ']],
    ['another day in figures', four('2026年12月1日', '1 Dec 2026', '02.12.2026', '01/11/2026'), ['de numbers_differ', 'fr numbers_differ']],
  ])('is told: %s', (_, text, gaps) => expect(told(text)).toEqual(gaps))
})
