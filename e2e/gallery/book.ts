import { addressOf, type Extra, type Page, pages } from './pages.ts'

export const looks = ['zh-1440', 'zh-375', 'en-1440', 'en-375'] as const

const extras: Readonly<Record<Extra, string>> = { dark: 'by night', large: 'large print', broken: 'the server does not answer' }

/** The pictures of a page: name of the file and what it shows. */
export function picturesOf(page: Page): readonly { readonly file: string; readonly shows: string }[] {
  return [...looks, ...(page.also ?? [])].map((look) => ({ file: `${page.name}-${look}.png`, shows: extras[look as Extra] ?? look }))
}

const row = (page: Page): string => {
  const also = (page.also ?? []).map((extra) => extras[extra]).join(', ')
  return `| ${page.title.zh} · ${page.title.en} | \`${addressOf(page)}\` | ${page.account ?? 'anybody'} | \`${page.name}\` | ${also} |`
}

const table = (face: Page['face']): string =>
  [
    '| page | address | seen by | pictures | also |',
    '| --- | --- | --- | --- | --- |',
    ...pages.filter((page) => page.face === face).map(row),
  ].join('\n')

/** The text of docs/gallery.md. */
export function book(): string {
  return `# Gallery

Every page of both faces, at 1440 and 375 px, in Chinese and in English; some also by night, in large print, or while the server does not answer.

\`./gallery\` starts a demonstration server of its own, signs in each role, takes the pictures and writes them to \`docs/gallery/\` (not committed; \`index.html\` there shows them all). The picture \`NAME-zh-1440.png\` is the page NAME below, in Chinese, at 1440 px; \`-dark\`, \`-large\` and \`-broken\` are what stands under “also”. \`./gallery NAME …\` takes only pages whose name holds NAME. With \`LINLI_JOURNEYS_URL\` it looks at a server that runs already.

The pages are listed in \`e2e/gallery/desk-pages.ts\` and \`hand-pages.ts\`. A route of a face without an entry there fails \`./test unit\`; the same list is held against axe by \`./test desk-screens hand-screens\`. This file is written by the command. \`:word\` in an address is filled in by \`e2e/gallery/places.ts\`.

## The desk

${table('desk')}

## The hand

${table('hand')}
`
}

/** A page to turn through the pictures; pages in the order of the book. */
export function album(): string {
  const figures = pages.flatMap((page) =>
    picturesOf(page).map(
      ({ file, shows }) =>
        `<figure><a href="${file}"><img src="${file}" loading="lazy" alt=""></a><figcaption>${page.name} · ${shows}</figcaption></figure>`,
    ),
  )
  return `<!doctype html><meta charset="utf-8"><title>Linli · gallery</title>
<style>body{font:14px sans-serif;display:grid;gap:24px;grid-template-columns:repeat(auto-fill,minmax(340px,1fr));align-items:start;margin:24px}figure{margin:0}img{width:100%;border:1px solid #ddd}</style>
${figures.join('\n')}
`
}
