const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escapeHtml = (text: string) => text.replaceAll(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign)

/** Any value as nested lists: what a person can read without a program. */
function presentValue(value: unknown): string {
  if (value === null || value === undefined) return '<i>unknown · 未知</i>'
  if (Array.isArray(value))
    return value.length === 0 ? '<i>none · 无</i>' : `<ol>${value.map((item) => `<li>${presentValue(item)}</li>`).join('')}</ol>`
  if (typeof value !== 'object') return escapeHtml(String(value))
  const rows = Object.entries(value).map(([name, item]) => `<dt>${escapeHtml(name)}</dt><dd>${presentValue(item)}</dd>`)
  return `<dl>${rows.join('')}</dl>`
}

/** The export as one page that opens without a network. */
export function presentPerson(exported: Readonly<Record<string, unknown>>): string {
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>Personal data · 个人信息</title>
<style>body{font:15px/1.6 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}dt{font-weight:600}dd{margin:0 0 .4rem 1.2rem;overflow-wrap:anywhere}</style>
<h1>Personal data · 个人信息</h1>${presentValue(exported)}</html>`
}
