/** Signs that stand for a word in disguised contacts; every other pictograph is noise. */
export const SIGNS: ReadonlyMap<string, string> = new Map([
  ['➕', '加'],
  ['+', '加'],
  ['🐧', '企鹅'],
  ['🛰', '卫星'],
  ['📞', '电话'],
  ['☎', '电话'],
  ['📱', '手机'],
  ['🔗', '链接'],
  ['🍠', '小红薯'],
  ['🅥', 'v'],
  ['🆅', 'v'],
  ['🅧', 'x'],
  ['🆇', 'x'],
])

// Letters of other alphabets that look like Latin ones; one for one, in the order of the two strings.
const DRAWN = 'ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢаеорсухѵԛԝνοχ'
const MEANT = 'abcdefghijklmnoprstuvwyzaeopcyxvqwvox'

/** Letters that are read as Latin ones: ᴠx, wеixin with a Cyrillic е. */
export const LOOK_ALIKES: ReadonlyMap<string, string> = new Map(Array.from(DRAWN, (drawn, index) => [drawn, MEANT.charAt(index)]))
