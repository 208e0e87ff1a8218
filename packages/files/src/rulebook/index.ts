export { loadRulebook, readPart, type RulebookRefusal } from './load-rulebook.ts'
export { makePack, publicKeyOf, readSigningKey } from './sign-pack.ts'
export { openPack, readTrustedKeys, reopenPack, writePack, type OpenedPack } from './read-pack.ts'
export { writePart } from './write-part.ts'
