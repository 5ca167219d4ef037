/** Surnames of two characters: without them 欧阳娜 would be masked as 欧**. */
const DOUBLE_SURNAMES = new Set(
  '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌 微生 梁丘 左丘 东门 西门'.split(
    ' ',
  ),
)

/** `王芳` → `王*`, `欧阳娜娜` → `欧阳**`; other scripts keep their first letter. */
export function maskName(name: string): string {
  const letters = [...name.normalize('NFKC').trim()]
  if (letters.length === 0) return ''
  const shown = letters.length > 2 && DOUBLE_SURNAMES.has(letters.slice(0, 2).join('')) ? 2 : 1
  const hidden = Math.max(1, letters.length - shown)
  return letters.slice(0, shown).join('') + '*'.repeat(hidden)
}

/** `13812345678` → `138****5678`; a landline keeps its area code and three digits; anything shorter shows nothing. */
export function maskPhone(phone: string): string {
  const digits = phone.normalize('NFKC').replace(/\D/g, '')
  const mobile = /^(?:(?:00)?86)?(1[3-9]\d)\d{4}(\d{4})$/.exec(digits)
  if (mobile) return `${mobile[1]}****${mobile[2]}`
  const landline = /^(0(?:10|2\d|[3-9]\d\d))\d{4,5}(\d{3})$/.exec(digits)
  if (landline) return `${landline[1]}-****${landline[2]}`
  return digits.length >= 8 ? `${'*'.repeat(digits.length - 3)}${digits.slice(-3)}` : '*'.repeat(digits.length)
}

/** Keeps the province and a digit, and the last four characters that a desk asks for: the day of birth is hidden. */
export function maskIdNumber(value: string): string {
  const plain = value
    .normalize('NFKC')
    .replace(/[^0-9a-z]/giu, '')
    .toUpperCase()
  if (plain.length < 15) return '*'.repeat(plain.length)
  return plain.slice(0, 3) + '*'.repeat(plain.length - 7) + plain.slice(-4)
}
