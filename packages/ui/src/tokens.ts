/**
 * The colours, sizes and type of Linli as data (source: the design, "How it looks"). `tokens.css` holds the same values as custom
 * properties; a test holds the two together and every pair of text and ground at 4.5:1 or more.
 */
export const palette = {
  light: {
    /** the ground of a page */
    paper: '#FAFAF7',
    /** what lies on the paper: panes, cards, menus */
    surface: '#FFFFFF',
    /** a row under the pointer, a quiet block */
    sunken: '#F2F3EF',
    ink: '#1D2426',
    quiet: '#5B6668',
    /** a line between things, never the border of what one can press or fill */
    line: '#E4E6E1',
    /** the border of a field or a button: 3:1 against surface */
    edge: '#848E8B',
    /** what one can press */
    press: '#0B5F53',
    pressHover: '#0D7063',
    pressActive: '#084B42',
    pressSoft: '#E6F0ED',
    /** text on `press` */
    onPress: '#FFFFFF',
    done: '#2A7548',
    doneSoft: '#EAF4EE',
    waiting: '#5B6668',
    waitingSoft: '#EFF1EE',
    soon: '#8A5C00',
    soonSoft: '#FBF3E0',
    late: '#B42318',
    lateSoft: '#FCEEEC',
    paused: '#475467',
    pausedSoft: '#EDF0F3',
    /** the one rule on pages of Party affairs */
    party: '#A61B1B',
    /** the five parts of the holding bar, told apart by lightness and by their words */
    holdDesk: '#B9D6CF',
    holdUnit: '#5FA093',
    holdReporter: '#D9D3BE',
    holdVerifier: '#CFCBDB',
    holdPaused: '#C9CFD6',
    /** text on `holdUnit` */
    onHoldUnit: '#10211E',
    shadow: 'rgba(29, 36, 38, 0.14)',
  },
  dark: {
    paper: '#141819',
    surface: '#1B2122',
    sunken: '#232A2B',
    ink: '#E6EAE8',
    quiet: '#A5B0B0',
    line: '#313A3A',
    edge: '#76827F',
    press: '#74C5B4',
    pressHover: '#8BD3C4',
    pressActive: '#5FB3A2',
    pressSoft: '#1F3531',
    onPress: '#0B211D',
    done: '#7FCB9D',
    doneSoft: '#1D3226',
    waiting: '#A5B0B0',
    waitingSoft: '#272F30',
    soon: '#E3B65C',
    soonSoft: '#352C18',
    late: '#F4938A',
    lateSoft: '#3A2220',
    paused: '#AEB9C7',
    pausedSoft: '#29303A',
    party: '#E88585',
    holdDesk: '#2F5C53',
    holdUnit: '#57A695',
    holdReporter: '#6B6550',
    holdVerifier: '#59546B',
    holdPaused: '#47505C',
    onHoldUnit: '#0B1E1B',
    shadow: 'rgba(0, 0, 0, 0.5)',
  },
} as const

export type Scheme = keyof typeof palette
export type Colour = keyof typeof palette.light

/** Local faces only: nothing is fetched. */
export const fontFamily = '"PingFang SC","HarmonyOS Sans SC","MiSans","Noto Sans CJK SC","Microsoft YaHei",sans-serif'

/** Pixels, on a 4 px grid. */
export const space = { s1: 4, s2: 8, s3: 12, s4: 16, s5: 24, s6: 40 } as const

/** Pixels: one radius, and the row of a table. */
export const shape = { radius: 6, row: 40 } as const

/** Font size and line height in pixels. */
export const type = {
  desk: { size: 14, line: 22 },
  deskSmall: { size: 12, line: 20 },
  deskHeading: { size: 16, line: 24 },
  deskTitle: { size: 20, line: 28 },
  deskFigure: { size: 28, line: 36 },
  hand: { size: 16, line: 24 },
  handLarge: { size: 20, line: 30 },
} as const

/** Milliseconds: nothing moves for longer. */
export const motion = { quick: 100, slow: 150, skeletonAfter: 300 } as const

/** The name of a token as a custom property, e.g. `--press-soft`. */
export const propertyOf = (colour: string): string => `--${colour.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)}`

/** `var(--press-soft)` for use in a style. */
export const colour = (name: Colour): string => `var(${propertyOf(name)})`
