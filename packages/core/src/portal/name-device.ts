// The first that fits names it; WeChat's browser carries the words of the system browser beside its own.
const BROWSERS = [
  [/MicroMessenger/i, 'WeChat'],
  [/Weibo/i, 'Weibo'],
  [/EdgA?\//, 'Edge'],
  [/HuaweiBrowser|HUAWEI/i, 'Huawei'],
  [/MiuiBrowser/i, 'Xiaomi'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
] as const
const SYSTEMS = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/HarmonyOS|OpenHarmony/i, 'HarmonyOS'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Macintosh/, 'Mac'],
  [/Linux/, 'Linux'],
] as const

const nameBy = (table: readonly (readonly [RegExp, string])[], agent: string) => table.find(([pattern]) => pattern.test(agent))?.[1]

/** System and browser of a device as a person would name them (`iPhone · WeChat`), from its user agent; null when neither is known. No version, so that it tells nobody apart. */
export function nameDevice(userAgent: string): string | null {
  const parts = [nameBy(SYSTEMS, userAgent), nameBy(BROWSERS, userAgent)].filter((part) => part !== undefined)
  return parts.length === 0 ? null : parts.join(' · ')
}
