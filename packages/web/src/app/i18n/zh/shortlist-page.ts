export const shortlistPage = {
  shortlist: {
    title: '达人名单',
    intro: '命名的达人名单：对照某次推广查看，并作为候选范围送入方案。',
    pageIntro: '匹配度、价格与冲突均对照下方所选推广；方案只从勾选的达人中选择。',
    all: '全部名单',
    against: '对照推广',
    order: '排序',
    by: { fit: '匹配度优先', list: '名单顺序' },
    plan: '用此名单规划',
    planOf: '用勾选的 {{n}}/{{all}} 位规划',
    pick: '方案可选{{name}}',
    followers: '{{n}} 粉丝',
    emptyTitle: '还没有名单',
    emptyText: '在达人表中选择达人并加入名单，名单会显示在这里。',
    emptyExample: '例如：代理推荐的十位达人，各附一条备注。',
  },
}
