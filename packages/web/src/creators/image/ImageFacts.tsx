import { List } from '@mantine/core'
import { nameSource, type ImageReport } from '@kolibra/core/creators'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../app/i18n/use-language.ts'
import { Unknown } from '../../ui/Unknown.tsx'
import { formatExact, formatShare } from '../../ui/format-number.ts'

type Named = NonNullable<ImageReport['topics']>['known']

/** Topics, tone, dialogue, shop and brands, each as a line; what is not held is a dash that says why. */
export function ImageFacts({ image }: { image: ImageReport }) {
  const { t } = useTranslation()
  const { topics, tone, dialogue, brands, sponsoredShare, shop } = image
  return (
    <dl className="facts">
      <Fact name={t('image.topics')} why={t('image.noTexts')}>
        {topics && <NamedShares named={topics.known} rest={t('image.otherTopics', { share: formatShare(topics.unknownShare) })} />}
      </Fact>
      <Fact name={t('image.tone')} why={t('image.noTexts')}>
        {tone && <ToneLine tone={tone} />}
      </Fact>
      {image.toneFit !== null && image.toneFit.length > 0 && (
        <Fact name={t('image.toneFit')} why={t('image.noTexts')}>
          <ToneFit wishes={image.toneFit} />
        </Fact>
      )}
      <Fact name={t('image.sponsored')} why={t('image.noFlags')}>
        {sponsoredShare !== null && formatShare(sponsoredShare)}
      </Fact>
      <Fact name={t('image.brands')} why={t('image.noTexts')}>
        {brands &&
          (brands.named.length === 0 ? t('image.noBrands') : brands.named.map(({ brand, posts }) => `${brand} ${posts}`).join(' · '))}
      </Fact>
      <Fact name={t('image.brandsTold')} why={t('image.noBrandsTold')}>
        {image.brandsTold.length > 0 && <BrandsTold told={image.brandsTold} />}
      </Fact>
      <Fact name={t('image.competitors')} why={t('image.noCompetitors')}>
        {brands !== null &&
          brands.competitorPosts !== null &&
          t('image.competitorPosts', {
            ...brands.competitorPosts,
            share: brands.competitorShare === null ? '–' : formatShare(brands.competitorShare),
          })}
      </Fact>
      <Fact name={t('image.answers')} why={t('image.noThreads')}>
        {dialogue !== null && dialogue.answeredShare !== null && formatShare(dialogue.answeredShare)}
      </Fact>
      <Fact name={t('image.asks')} why={t('image.noComments')}>
        {dialogue !== null && dialogue.asked.length > 0 && <NamedShares named={dialogue.asked} />}
      </Fact>
      <Fact name={t('image.lives')} why={t('image.noDays')}>
        {dialogue !== null && dialogue.livesPerMonth !== null && formatExact(Number(dialogue.livesPerMonth.toFixed(1)))}
      </Fact>
      <Fact name={t('image.shop')} why={t('image.notTold')}>
        {shop.ownShop !== null && t(shop.ownShop ? 'image.yes' : 'image.no')}
      </Fact>
      <Fact name={t('image.community')} why={t('image.notTold')}>
        {shop.communityLed !== null && t(shop.communityLed ? 'image.yes' : 'image.no')}
      </Fact>
    </dl>
  )
}

function Fact({ name, why, children }: { name: string; why: string; children: ReactNode }) {
  return (
    <div className="facts-row">
      <dt>{name}</dt>
      <dd>{children === null || children === false ? <Unknown why={why} /> : children}</dd>
    </div>
  )
}

function BrandsTold({ told }: { told: ImageReport['brandsTold'] }) {
  const { t } = useTranslation()
  const { read } = useLanguage()
  return told.map(({ brand, source, isCompetitor }) => (
    <div key={`${brand} ${source}`}>
      <span data-raw>{brand}</span> ({read(nameSource(source))}){isCompetitor && ` · ${t('image.isCompetitor')}`}
    </div>
  ))
}

function NamedShares({ named, rest }: { named: Named; rest?: string }) {
  const { read } = useLanguage()
  const told = named.map(({ name, nameZh, share }) => `${read({ en: name, zh: nameZh })} ${formatShare(share)}`)
  return [...told, ...(rest === undefined ? [] : [rest])].join(' · ')
}

/** Wish by wish, what was measured and whether it meets the wish. */
function ToneFit({ wishes }: { wishes: NonNullable<ImageReport['toneFit']> }) {
  const { t } = useTranslation()
  const { read } = useLanguage()
  return (
    <List size="sm" listStyleType="none" data-testid="tone-fit">
      {wishes.map(({ measure, isMet, because, becauseZh }) => (
        <List.Item key={measure}>
          <span className={`chip ${isMet ? 'outcome-pass' : 'outcome-warn'}`}>
            {isMet ? '✓' : '!'} {t(isMet ? 'image.met' : 'image.unmet')}
          </span>{' '}
          {read({ en: because, zh: becauseZh })}
        </List.Item>
      ))}
    </List>
  )
}

function ToneLine({ tone }: { tone: NonNullable<ImageReport['tone']> }) {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const short = (value: number) => formatExact(Number(value.toFixed(1)))
  const kinds = (named: Named) => named.map(({ name, nameZh }) => read({ en: name, zh: nameZh }))
  return [
    t('image.sentence', { n: short(tone.sentenceLength) }),
    t('image.emoji', { n: short(tone.emojiPer100) }),
    t('image.humour', { n: short(tone.humourPer1000) }),
    t('image.sales', { n: short(tone.salesPer1000) }),
    ...(tone.addresses.length > 0 ? [t('image.address', { words: kinds(tone.addresses).join(' · ') })] : []),
    ...(tone.dialects.length > 0 ? [t('image.dialect', { words: kinds(tone.dialects).join(' · ') })] : []),
  ].join(t('ui.semicolon'))
}
