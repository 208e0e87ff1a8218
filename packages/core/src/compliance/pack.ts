import { z } from 'zod'
import { accept, canonicalJson, daySchema, fault, type Outcome, refuse, type Sha256 } from '../shared/index.ts'

/** The one format of packs there is so far; it is signed with the rest. */
export const PACK_FORMAT = 'kolibra-rulebook/1'

/** The day of a rulebook, with a number when one day had several: `2026-12-05`, `2026-12-05.2`. */
export const packVersionSchema = z
  .string()
  .refine(
    (version) => /^[-\d]{10}(\.[1-9]\d{0,3})?$/.test(version) && daySchema.safeParse(version.slice(0, 10)).success,
    fault(
      'not a day like 2026-12-05, with a number like 2026-12-05.2 for a second one',
      '须为 2026-12-05 这样的日期，同日第二个写作 2026-12-05.2',
    ),
  )

/** A rulebook in one file. `sha256` is of the text in UTF-8; keys and signatures are Ed25519 in base64. */
export const rulebookPackSchema = z.strictObject({
  format: z.literal(PACK_FORMAT),
  version: packVersionSchema,
  publisher: z.string().min(1),
  files: z
    .array(
      z.strictObject({
        path: z.string().regex(/^[a-z0-9-]+(\/[a-z0-9-]+)*\.yaml$/, 'a path like platform/douyin.yaml'),
        sha256: z.string(),
        text: z.string(),
      }),
    )
    .min(1),
  signature: z.strictObject({ publicKey: z.string(), value: z.string() }).nullable().default(null),
})

/** Whose packs are taken, under a name for people. */
export const trustedKeySchema = z.strictObject({ name: z.string().min(1), publicKey: z.string().min(1) })

export type RulebookPack = z.infer<typeof rulebookPackSchema>
export type TrustedKey = z.infer<typeof trustedKeySchema>

/** What judging a pack needs of the outside: its crypto, whom it trusts, and the version in use. */
export interface PackRequest {
  readonly trustedKeys: readonly TrustedKey[]
  readonly currentVersion: string
  readonly sha256: Sha256
  /** Whether `signature` is the one of `text` by the owner of `publicKey`; false for keys and signatures that are none. */
  readonly verify: (text: string, signature: { readonly publicKey: string; readonly value: string }) => boolean
}

/** The text that is signed: format, version, publisher and the hash of each file, in canonical JSON. */
export function packStatement({ format, version, publisher, files }: Omit<RulebookPack, 'signature'>): string {
  return canonicalJson({ format, version, publisher, files: files.map(({ path, sha256 }) => ({ path, sha256 })) })
}

/**
 * Takes a pack only from a trusted key, untouched and newer than what is in use. Refuses with `pack.unsigned`, `pack.unknown_key`,
 * `pack.bad_signature`, `pack.wrong_hash` (each file) or `pack.not_newer`; nothing is said of a content nobody vouches for.
 */
export function judgePack(pack: RulebookPack, { trustedKeys, currentVersion, sha256, verify }: PackRequest): Outcome<RulebookPack> {
  const { signature, version } = pack
  if (signature === null) return refuse({ code: 'pack.unsigned' })
  if (!trustedKeys.some((key) => key.publicKey === signature.publicKey))
    return refuse({ code: 'pack.unknown_key', publicKey: signature.publicKey })
  if (!verify(packStatement(pack), signature)) return refuse({ code: 'pack.bad_signature' })
  const changed = pack.files.filter((file) => sha256(file.text) !== file.sha256)
  if (changed.length > 0) return refuse(...changed.map(({ path }) => ({ code: 'pack.wrong_hash', file: path })))
  if (compareVersions(version, currentVersion) <= 0) return refuse({ code: 'pack.not_newer', version, current: currentVersion })
  return accept(pack)
}

/** Orders versions by day, then by number; below zero when `a` is older. */
export function compareVersions(a: string, b: string): number {
  const [[dayA, numberA], [dayB, numberB]] = [splitVersion(a), splitVersion(b)]
  if (dayA !== dayB) return dayA < dayB ? -1 : 1
  return numberA - numberB
}

function splitVersion(version: string): [string, number] {
  const [day = '', number = '1'] = version.split('.')
  return [day, Number(number)]
}
