export { loadRulebook, readPart, type RulebookRefusal } from './load-rulebook.ts'
