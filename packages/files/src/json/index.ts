export { isJsonText, readJson, type JsonFile } from './read-json.ts'
