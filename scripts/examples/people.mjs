// People who do not exist. Every name begins with 示例 (example), every id is made up.
const FIRST = [
  '小鹿',
  '阿橙',
  '栗子',
  '青柠',
  '山茶',
  '木木',
  '团子',
  '七七',
  '南星',
  '糯米',
  '可颂',
  '白桃',
  '海盐',
  '云朵',
  '薄荷',
  '豆豆',
  '初雪',
  '米粒',
  '阿岚',
  '松果',
  '芝士',
  '雾雾',
  '柚子',
  '年糕',
  '琥珀',
  '蓝莓',
  '布丁',
  '夏至',
  '拾光',
  '苔苔',
]
const TOPIC = ['护肤', '成分笔记', '敏感肌日记', '美妆', '面霜测评', '早八妆', '油皮研究', '医研护肤', '素颜日常', '空瓶记']
export const CITIES = [
  ['上海', '上海'],
  ['北京', '北京'],
  ['广东', '广州'],
  ['广东', '深圳'],
  ['浙江', '杭州'],
  ['四川', '成都'],
  ['湖北', '武汉'],
  ['江苏', '南京'],
  ['重庆', '重庆'],
  ['陕西', '西安'],
]
export const AGENCIES = ['示例星河传媒', '示例白鹭文化', '示例青山互娱']
export const TITLES = [
  '换季干敏皮的面霜怎么选',
  '一周空瓶记录',
  '三款保湿面霜一起用了二十八天',
  '晚间护肤顺序',
  '泛红那几天我只做这些',
  '通勤五分钟护肤',
  '油皮冬天也要面霜吗',
  '平价乳液用后感',
  '秋冬底妆不卡粉的准备',
  '神经酰胺到底有什么用',
  '高海拔旅行护肤包',
  '熬夜第二天怎么救',
  '防晒以后怎么卸',
  '新手水乳搭配',
  '颈部护理别忘了',
  '屏障受损的一个月',
  '洗脸水温实验',
  '粉底液和面霜的搭配',
  '学生党护肤清单',
  '成分表怎么读',
]

/** `count` different invented names, 示例·小鹿护肤 and so on, in an order of its own for each chance. */
export function makeNames(chance, count) {
  const names = new Set()
  while (names.size < count) names.add(`示例·${chance.pick(FIRST)}${chance.pick(TOPIC)}`)
  return [...names]
}

/** Xiaohongshu creators that several of the exports share: fans, median reads, prices in yuan, one price per creator. */
export function makeXiaohongshuPeople(chance, count) {
  return makeNames(chance, count).map((name, index) => {
    const followers = Math.round(chance.logBetween(2000, 400000))
    const picturePrice = roundYuan(chance.spread(0.12 * followers ** 0.98 + 200, 0.3))
    // Price per read with two decimals, as printed: from it the median, so that the row proves itself.
    const perRead = Math.max(0.2, Number((picturePrice / chance.spread(1.6 * followers ** 0.78, 0.45)).toFixed(2)))
    const reads = Math.round(picturePrice / perRead)
    const [province, city] = chance.pick(CITIES)
    return {
      name,
      province,
      city,
      followers,
      reads,
      redId: index % 4 === 3 ? `shili_${chance.hex(6)}` : `9${chance.digits(9)}`,
      userId: `5e${chance.hex(22)}`,
      interactions: Math.max(5, Math.round(reads * chance.between(0.035, 0.11))),
      picturePrice,
      videoPrice: roundYuan(picturePrice * chance.between(1.2, 1.8)),
      agency: chance.chance(0.4) ? chance.pick(AGENCIES) : '',
    }
  })
}

const roundYuan = (value) => Math.max(100, Math.round(value / 50) * 50)

export const profileLink = ({ userId }) => `https://www.xiaohongshu.com/user/profile/${userId}`
