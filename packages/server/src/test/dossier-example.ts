/** A PDF as far as its first bytes go. */
export function examplePdf(words: string, name = '示例合同.pdf'): File {
  return new File([`%PDF-1.7\n${words}`], name, { type: 'application/pdf' })
}

/** An invented entry of a dossier as a person sends it; `words` make it another one. */
export function exampleEntry(
  kind: 'notes' | 'engagements' | 'clearances' | 'absences' | 'incidents' | 'documents',
  words: string,
): unknown {
  if (kind === 'notes') return { text: `示例备注 ${words}` }
  if (kind === 'engagements')
    return { brand: `Talmilch ${words}`, category: 'food', from: '2026-10-01', to: '2026-10-31', exclusive: true, source: '达人自述' }
  if (kind === 'clearances') return { askedOn: '2026-11-20', source: `示例·微信 ${words}` }
  if (kind === 'absences') return { from: '2026-12-01', to: '2026-12-03', source: `达人自述 ${words}` }
  if (kind === 'incidents')
    return {
      kind: 'penalty',
      on: '2026-03-02',
      until: null,
      what: `示例处罚 ${words}`,
      source: '示例公示',
      url: 'https://example.com/notice',
    }
  const form = new FormData()
  form.set('file', examplePdf(words))
  form.set('kind', 'contract')
  form.set('expiresOn', '2027-03-31')
  return form
}
