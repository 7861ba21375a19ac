import { expect, it } from 'vitest'
import { yearFigures } from '#annual-report'
import { testPlatform } from '../test/platform.ts'
import { makeDemonstration } from './index.ts'

it('the simulated bureau makes the figures of the source text, each counted from rows', async () => {
  const platform = await testPlatform({ now: '2019-01-15T10:00:00+08:00' })
  expect(await makeDemonstration(platform)).toBe(24_425 + 25_710)
  expect(await yearFigures(platform.db, 2018)).toMatchObject({
    'publications.total': 25_710,
    'publications.growth_percent': 5.26,
    'publications.finance_headline_columns': 12_889,
    'publications.reposted_headline_columns': 5568,
    'publications.government_affairs_columns': 190,
    'publications.government_affairs_column_count': 19,
    'publications.finance_statistics_and_features': 13_117,
    'disclosure.total': 20_254,
    'disclosure.website': 19_734,
    'disclosure.weibo': 59,
    'disclosure.wechat': 461,
    'policy.normative_documents': 17,
    'policy.interpretations': 1431,
    'response.public_concerns': 75,
    'letters.received': 495,
    'letters.reply_rate_percent': 100,
    'letters.mean_handling_working_days': 7,
    'hotline.answered': 1392,
    'foi.received': 11,
    'foi.replied': 11,
    'foi.reply_rate_percent': 100,
    'foi.complaints': 0,
    'foi.reconsiderations': 0,
    'foi.lawsuits': 0,
  })
}, 120_000)
