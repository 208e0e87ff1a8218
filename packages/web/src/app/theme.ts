import { createTheme, type CSSVariablesResolver } from '@mantine/core'

const FONTS = 'system-ui, -apple-system, "Segoe UI", Roboto, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif'

// Shade 8: white on Mantine's default shade 6 is below 4.5 : 1.
export const theme = createTheme({
  primaryColor: 'indigo',
  primaryShade: { light: 8, dark: 8 },
  fontFamily: FONTS,
  headings: { fontFamily: FONTS, fontWeight: '600' },
  defaultRadius: 'sm',
  lineHeights: { xs: '1.5', sm: '1.5', md: '1.5', lg: '1.5', xl: '1.5' },
  focusRing: 'auto',
  cursorType: 'pointer',
  respectReducedMotion: true,
})

// Mantine's dimmed grey and its red for errors miss 4.5 : 1 on their grounds.
export const resolveVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: { '--mantine-color-dimmed': '#545b63', '--mantine-color-error': '#b02525', '--mantine-color-placeholder': '#6b7178' },
  dark: { '--mantine-color-dimmed': '#b1b5ba', '--mantine-color-error': '#ff9a9a', '--mantine-color-placeholder': '#a3a7ac' },
})
