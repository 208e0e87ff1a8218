import { say, type Localized } from '../../shared/index.ts'

/** One topic: its name and the words that speak of it. A post may speak of several. */
export interface Topic {
  readonly key: string
  readonly name: Localized
  readonly words: RegExp
}

/** Words are ours [A], simplified and traditional; a post that none of them names stays unknown. */
export const TOPICS: readonly Topic[] = [
  {
    key: 'skincare',
    name: say('skin care', '护肤'),
    words: /护肤|護膚|面霜|精华|精華|防晒|防曬|洁面|潔面|爽肤水|乳液|面膜|敏感肌|屏障|抗老|保湿|保濕/,
  },
  { key: 'makeup', name: say('make-up', '彩妆'), words: /彩妆|彩妝|口红|口紅|粉底|眼影|腮红|腮紅|妆容|妝容|底妆|底妝|唇釉|眉笔|眉筆/ },
  { key: 'hair', name: say('hair', '美发'), words: /头发|頭髮|洗发|洗髮|护发|護髮|发型|髮型|染发|染髮|生发|脱发/ },
  { key: 'fashion', name: say('fashion', '穿搭'), words: /穿搭|时尚|時尚|连衣裙|連衣裙|外套|牛仔|鞋子|包包|搭配|衣橱|衣櫥|显瘦|顯瘦/ },
  { key: 'food', name: say('food', '美食'), words: /美食|好吃|餐厅|餐廳|食谱|食譜|做饭|做飯|烘焙|火锅|火鍋|奶茶|咖啡|早餐|零食|探店/ },
  {
    key: 'mother_baby',
    name: say('mother and baby', '母婴'),
    words: /宝宝|寶寶|母婴|母嬰|孕期|辅食|輔食|育儿|育兒|奶粉|纸尿裤|紙尿褲|带娃|帶娃/,
  },
  { key: 'home', name: say('home', '家居'), words: /家居|装修|裝修|收纳|收納|客厅|客廳|卧室|臥室|家电|家電|清洁|清潔|租房/ },
  { key: 'travel', name: say('travel', '旅行'), words: /旅行|旅游|旅遊|攻略|酒店|民宿|机票|機票|景点|景點|自驾|自駕|露营|露營/ },
  {
    key: 'fitness',
    name: say('sport and fitness', '运动健身'),
    words: /健身|运动|運動|跑步|瑜伽|减脂|減脂|增肌|普拉提|马拉松|馬拉松|骑行|騎行/,
  },
  {
    key: 'tech',
    name: say('technology', '数码科技'),
    words: /手机|手機|电脑|電腦|数码|數碼|相机|相機|耳机|耳機|平板|芯片|晶片|测评参数|科技/,
  },
  { key: 'cars', name: say('cars', '汽车'), words: /汽车|汽車|新能源车|电车|電車|试驾|試駕|车型|車型|油耗|续航|續航/ },
  { key: 'games', name: say('games', '游戏'), words: /游戏|遊戲|手游|手遊|电竞|電競|开黑|開黑|原神|王者/ },
  { key: 'pets', name: say('pets', '宠物'), words: /宠物|寵物|猫咪|貓咪|狗狗|猫粮|貓糧|狗粮|狗糧|铲屎/ },
  { key: 'study', name: say('study and work', '学习职场'), words: /学习|學習|考研|英语|英語|职场|職場|简历|簡歷|面试|面試|自律|读书|讀書/ },
  { key: 'health', name: say('health', '健康'), words: /养生|養生|健康|睡眠|中医|中醫|体检|體檢|保健|营养|營養/ },
  { key: 'money', name: say('money', '理财'), words: /理财|理財|基金|股票|存钱|存錢|保险|保險|副业|副業/ },
  { key: 'feelings', name: say('feelings and family', '情感家庭'), words: /情感|恋爱|戀愛|婚姻|分手|婆婆|亲子|親子|闺蜜|閨蜜|治愈系/ },
]
