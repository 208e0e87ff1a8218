import type { Localized } from '@kolibra/core/shared'
import { z } from 'zod'

const operationSchema = z.object({ summary: z.string().optional() }).loose()
const documentSchema = z.object({
  info: z.object({ title: z.string(), version: z.string() }).loose(),
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
})
const METHODS = ['get', 'post', 'put', 'delete']

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escape = (text: string) => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign)

/** A page that lists every operation with its shapes, without scripts and without anything from elsewhere. */
export function presentDocsPage(openApi: unknown): string {
  const { info, paths } = documentSchema.parse(openApi)
  const rows = Object.entries(paths).flatMap(([path, item]) =>
    METHODS.filter((method) => method in item).map((method) => presentOperation(method, path, item[method])),
  )
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escape(info.title)} API</title><style>
body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}code,pre{font:13px/1.4 ui-monospace,monospace}
details{border-bottom:1px solid #ccc;padding:.5rem 0}summary{cursor:pointer}pre{overflow:auto;background:#f4f4f4;padding:1rem}b{display:inline-block;min-width:4.5rem}
@media(prefers-color-scheme:dark){body{background:#111;color:#eee}pre{background:#222}a{color:#8cf}}</style></head><body>
<h1>${escape(info.title)} API v${escape(info.version)}</h1>
<p>All paths stand under <code>/api/v1</code>. The machine-readable form is <a href="/api/openapi.json">/api/openapi.json</a> (OpenAPI 3.1).
Errors are <code>application/problem+json</code> with a stable <code>code</code>. A POST that creates takes an <code>Idempotency-Key</code>.</p>
${rows.join('\n')}</body></html>`
}

function presentOperation(method: string, path: string, operation: unknown): string {
  const { summary, ...rest } = operationSchema.parse(operation)
  return `<details><summary><b>${method.toUpperCase()}</b> <code>${escape(path)}</code> ${escape(summary ?? '')}</summary><pre>${escape(JSON.stringify(rest, null, 2))}</pre></details>`
}

/** A page that says one sentence in both languages, for people who arrive without the app. */
export function presentSentence({ title, fix }: { title: Localized; fix: Localized }): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Kolibra</title></head>
<body style="font:18px/1.6 system-ui,sans-serif;max-width:36rem;margin:4rem auto;padding:0 1rem"><h1 style="font-size:1.2rem">${escape(title.en)}</h1>
<p>${escape(fix.en)}</p><div lang="zh-CN"><h2 style="font-size:1.2rem">${escape(title.zh)}</h2><p>${escape(fix.zh)}</p></div></body></html>`
}
