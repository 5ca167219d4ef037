/** The 56 by their codes 01–56 (GB/T 3304-1991), in the order of the standard. */
const names =
  '汉 蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 景颇 柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺'.split(
    ' ',
  )

const codes = new Map(names.map((name, at) => [name, String(at + 1).padStart(2, '0')]))

/** The code of an ethnicity written as `满`, `满族`, `11` or `11 满族`; null when it is none of the 56. */
export function ethnicityOf(text: string): string | null {
  const plain = text.normalize('NFKC').replaceAll(/\s/gu, '')
  const digits = /^\d{1,2}/.exec(plain)?.[0]
  if (digits !== undefined) return Number(digits) >= 1 && Number(digits) <= names.length ? digits.padStart(2, '0') : null
  return codes.get(plain) ?? codes.get(plain.replace(/族$/u, '')) ?? null
}

/** What a code is called in Chinese; the code itself where it is none. */
export function ethnicityName(code: string): string {
  const name = names[Number(code) - 1]
  return name === undefined ? code : `${name}族`
}
