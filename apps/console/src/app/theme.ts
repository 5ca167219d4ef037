import { motion, palette, shape, type } from '@linli/ui'
import type { Scheme } from '@linli/ui'
import { theme } from 'antd'
import type { ThemeConfig } from 'antd'

const seconds = (ms: number): string => `${ms / 1000}s`
const calm = window.matchMedia('(prefers-reduced-motion: reduce)')

function colours(scheme: Scheme): NonNullable<ThemeConfig['token']> {
  const c = palette[scheme]
  return {
    colorPrimary: c.press,
    colorPrimaryHover: c.pressHover,
    colorPrimaryActive: c.pressActive,
    colorPrimaryBg: c.pressSoft,
    colorLink: c.press,
    colorLinkHover: c.pressHover,
    colorSuccess: c.done,
    colorWarning: c.soon,
    colorError: c.late,
    colorErrorHover: c.late,
    colorText: c.ink,
    colorTextSecondary: c.quiet,
    colorTextTertiary: c.quiet,
    colorTextDescription: c.quiet,
    colorTextPlaceholder: c.quiet,
    colorTextLightSolid: c.onPress,
    colorBorder: c.edge,
    colorBorderSecondary: c.line,
    colorSplit: c.line,
    colorBgBase: c.surface,
    colorBgContainer: c.surface,
    colorBgElevated: c.surface,
    colorBgLayout: c.paper,
    colorFillTertiary: c.sunken,
    controlItemBgHover: c.sunken,
    controlItemBgActive: c.pressSoft,
    controlItemBgActiveHover: c.pressSoft,
    boxShadow: `0 6px 20px ${c.shadow}`,
    boxShadowSecondary: `0 6px 20px ${c.shadow}`,
  }
}

/** The desk's controls in the tokens of Linli. */
export function themeOf(scheme: Scheme): ThemeConfig {
  return {
    algorithm: scheme === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      ...colours(scheme),
      // The face follows the language of the page.
      fontFamily: 'var(--font)',
      fontSize: type.desk.size,
      lineHeight: type.desk.line / type.desk.size,
      borderRadius: shape.radius,
      borderRadiusLG: shape.radius,
      borderRadiusSM: 4,
      controlHeight: 32,
      motion: !calm.matches,
      motionDurationFast: seconds(motion.quick),
      motionDurationMid: seconds(motion.slow),
      motionDurationSlow: seconds(motion.slow),
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', dangerColor: palette[scheme].onPress },
      Select: { optionSelectedFontWeight: 500 },
      Segmented: { trackBg: palette[scheme].sunken },
    },
  }
}
