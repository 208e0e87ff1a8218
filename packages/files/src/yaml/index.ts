export { parseYaml, type YamlRefusal } from './read-yaml.ts'
