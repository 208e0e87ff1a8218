import { accept, refuse, type Outcome, type Refusal } from '../../shared/index.ts'
import { chooseSource } from '../choose-source.ts'
import type { DecodedFile } from '../decoded-file.ts'
import type { Source } from '../source.ts'
import { compileMapping } from './compile-mapping.ts'
import type { Mapping } from './mapping-schema.ts'

/** As chooseSource, or the source that a person's mapping makes; refused with `import.mapping_misfit` and `import.other_currency` too. */
export function chooseMapped(
  file: DecodedFile,
  { source, mapping }: { readonly source: string; readonly mapping?: Mapping | undefined },
): Outcome<{ source: Source; confidence: number }, Refusal> {
  if (mapping === undefined) return chooseSource(file, source)
  const compiled = compileMapping(mapping)
  if (!compiled.ok) return compiled
  const confidence = compiled.value.recognise(file)
  if (confidence > 0) return accept({ source: compiled.value, confidence })
  return refuse({
    code: 'import.mapping_misfit',
    name: file.name,
    missing: ['headers'],
    headers: mapping.columns.map(({ header }) => header),
  })
}
