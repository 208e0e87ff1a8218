// An agency's list (提报表): filed prices (报备), paid but unfiled ones (非报备), and the rebate it gets.
import { formatCsv } from './csv.mjs'
import { encodeGb18030 } from './gb18030.mjs'
import { profileLink } from './people.mjs'

const HEADER = ['昵称', '小红书号', '主页链接', '粉丝数', '赞藏量', '账号类型', '报备图文', '非报备图文', '报备视频', '非报备视频', '返点']
const formatFans = (count) => (count >= 10000 ? `${Math.round(count / 1000) / 10}万` : count)

/** The GB18030 bytes of agency-list.csv. */
export function makeAgencyList(chance, people) {
  const rows = people.map((person, index) => [
    person.name,
    person.redId,
    profileLink(person),
    formatFans(person.followers),
    formatFans(Math.round(person.followers * chance.between(2.5, 7))),
    chance.pick(['护肤', '美妆', '护肤测评']),
    person.picturePrice,
    index % 5 === 4 ? '--' : Math.round((person.picturePrice * 0.85) / 10) * 10,
    index % 6 === 3 ? '' : person.videoPrice,
    index % 5 === 4 ? '--' : Math.round((person.videoPrice * 0.85) / 10) * 10,
    index % 7 === 6 ? '' : `${chance.pick([20, 22, 25, 30])}%`,
  ])
  return encodeGb18030(formatCsv(HEADER, rows))
}
