import type { reports as english } from '../en/reports.ts'

export const reports: typeof english = {
  report: {
    title: '结案报告：{{name}}',
    generatedAt: '截至 {{at}}。',
    numbersOpen: '点击任一数字，可看来源、单位、公式和时间。',
    back: '返回项目',
    print: '打印',
    kpis: 'KPI',
    posts: '内容明细',
    gates: '关卡与豁免',
    verdict: '结果',
    publishedAt: '发布时间',
    notLive: '未上线',
    forecast: '阅读/播放预估 P10–P50–P90',
    freedom: '创作自由度',
    kept: '初稿保留率',
    interactions: '互动量',
    noForecast: '没有做过预估。',
    noPosts: '还没有计划内容。',
    noWaivers: '没有豁免。',
    chartOpen: '暂无 KPI 可判断（共 {{n}} 项）',
    chartReached: '可判断的 {{judged}} 项 KPI 中有 {{reached}} 项达标（共 {{n}} 项）',
    chartSource: '预估取自方案，实际为上报数据；{{at}}',
  },
  reportVerdict: { reached: '达标', missed: '未达标', unknown: '未知' },
}
