// The universal globals core may use. Anything else (clock, random, network, files) is passed in.
interface TextDecoderLike {
  decode(input?: Uint8Array): string
}
declare var TextDecoder: { new (label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean }): TextDecoderLike }
declare var TextEncoder: { new (): { encode(input?: string): Uint8Array } }
interface UrlLike {
  readonly href: string
  readonly host: string
  readonly hostname: string
  readonly protocol: string
  readonly pathname: string
  readonly search: string
}
declare var URL: { new (url: string, base?: string): UrlLike; canParse(url: string): boolean }
