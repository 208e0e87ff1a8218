import { say, type Localized } from '../../shared/index.ts'

/** Words of one kind in a text. All tables are ours [A]. */
export interface SpeechWords {
  readonly key: string
  readonly name: Localized
  readonly words: RegExp
}

/** How a creator addresses people, from the most polite to the closest. Longer words first: 您 is no 你. */
export const ADDRESSES: readonly SpeechWords[] = [
  { key: 'polite', name: say('您', '您'), words: /您/g },
  { key: 'plain', name: say('你', '你'), words: /你们|你|妳/g },
  { key: 'sisters', name: say('姐妹', '姐妹'), words: /姐妹们?|姊妹|集美|宝子|宝儿/g },
  { key: 'family', name: say('家人们', '家人们'), words: /家人们|家人們|老铁|老鐵|宝宝们|寶寶們|兄弟们|兄弟們/g },
]

/** Words of dialects; each names its region. */
export const DIALECTS: readonly SpeechWords[] = [
  { key: 'northeast', name: say('Northeast', '东北话'), words: /咋整|老妹儿|嗷嗷|贼拉|唠嗑|嘎嘎|整挺好|得劲/g },
  { key: 'sichuan', name: say('Sichuan', '川渝话'), words: /巴适|巴適|安逸得很|要得|摆龙门阵|莫得|晓得伐|哈戳戳|雄起/g },
  { key: 'cantonese', name: say('Cantonese', '粤语'), words: /嘅|咗|嚟|冇|唔|咁|哋|靓仔|靚仔|靓女|靚女|食咩/g },
  { key: 'shanghai', name: say('Shanghai', '上海话'), words: /侬|阿拉|老灵额|嗲|弄堂里|伐啦/g },
  { key: 'taiwan', name: say('Taiwan', '台湾腔'), words: /超Q|蛮好der|揪咪|水水|母汤|好棒棒/g },
  { key: 'beijing', name: say('Beijing', '京味儿'), words: /倍儿|局气|地道儿|忒|您猜怎么着/g },
]

export const HUMOUR = /哈哈+|笑死|绝绝子|離譜|离谱|整活|梗|段子|沙雕|爆笑|233+|xswl|🤣|😂/gi
export const SALES =
  /链接|連結|下单|下單|优惠|優惠|券|福利价|福利價|秒杀|秒殺|限时|限時|库存|庫存|冲鸭|冲冲冲|闭眼入|閉眼入|小黄车|橱窗|橱窗|满减|買一送一|买一送一|性价比|必买|必買|种草|種草/g

/** Words in comments that a brand does not want near it, by kind; graver kinds first. */
export const SEVERITIES: readonly SpeechWords[] = [
  { key: 'harm', name: say('harm to the body', '身体伤害'), words: /过敏|過敏|烂脸|爛臉|红肿|紅腫|起疹|食物中毒|送医|住院/ },
  { key: 'counterfeit', name: say('counterfeits', '假货'), words: /假货|假貨|高仿|假冒|三无产品|三無產品/ },
  { key: 'nation', name: say('hurt feelings of a people', '辱华等'), words: /辱华|辱華|精日|汉奸|漢奸|港独|台独/ },
  { key: 'fall', name: say('a fall from grace', '塌房翻车'), words: /塌房|翻车|翻車|人设崩|劣迹|劣跡|偷税|偷稅|吸毒|出轨|出軌|抄袭|抄襲/ },
  { key: 'refund', name: say('refunds refused', '退款纠纷'), words: /退款无门|不给退|不給退|拒绝退款|投诉|投訴|12315|维权|維權/ },
]

/** What comments ask, by class; a question that fits none stays "other". */
export const QUESTIONS: readonly SpeechWords[] = [
  { key: 'price', name: say('price', '价格'), words: /多少钱|多少錢|什么价|价格|價格|贵吗|贵不贵|几块/ },
  { key: 'where', name: say('where to buy', '哪里买'), words: /哪里买|哪里有|哪买|在哪|链接|連結|哪家店|店名|求店|怎么买|怎麼買/ },
  {
    key: 'fit',
    name: say('whether it suits', '是否适合'),
    words: /敏感肌|油皮|干皮|乾皮|孕妇|孕婦|适合|適合|能用吗|可以用吗|黄皮|黃皮|学生党/,
  },
  { key: 'how', name: say('how to use', '怎么用'), words: /怎么用|怎麼用|用法|顺序|順序|多久|几次|教程|步骤|步驟/ },
  { key: 'what', name: say('which product', '是什么产品'), words: /什么牌子|哪个牌子|什么色号|色号|色號|型号|型號|是什么|求同款|同款/ },
  { key: 'proof', name: say('whether it is true', '真假'), words: /真的吗|真的嗎|是广告吗|恰饭|有用吗|有效果吗|靠谱吗|智商税/ },
]
