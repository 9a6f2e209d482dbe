import type { ThemeConfig } from 'antd'

/**
 * antd's theme from our own design tokens, read where they are written (tokens.css), so that no colour stands twice.
 * antd's greys for placeholders and disabled texts are below 4.5:1 on white; ours are the quiet ink.
 */
export function themeFrom(page: CSSStyleDeclaration): ThemeConfig {
  const token = (name: string) => page.getPropertyValue(`--${name}`).trim()
  const quiet = token('ink-quiet')
  return {
    token: {
      colorPrimary: token('blue'),
      colorLink: token('blue'),
      colorInfo: token('blue'),
      colorSuccess: token('green'),
      colorWarning: token('amber'),
      colorError: token('red'),
      colorText: token('ink'),
      colorTextBase: token('ink'),
      colorTextSecondary: quiet,
      colorTextTertiary: quiet,
      colorTextQuaternary: quiet,
      colorTextPlaceholder: quiet,
      colorTextDisabled: quiet,
      colorTextDescription: quiet,
      colorIcon: quiet,
      colorBorder: token('line-strong'),
      colorBorderDisabled: token('line'),
      colorBorderSecondary: token('line'),
      colorSplit: token('line'),
      colorBgLayout: token('paper'),
      colorBgContainerDisabled: token('paper'),
      colorInfoBg: token('blue-pale'),
      colorInfoBorder: token('blue'),
      colorSuccessBg: token('green-pale'),
      colorSuccessBorder: token('green'),
      colorWarningBg: token('amber-pale'),
      colorWarningBorder: token('amber'),
      colorErrorBg: token('red-pale'),
      colorErrorBorder: token('red'),
      controlItemBgActive: token('blue-pale'),
      borderRadius: 6,
      fontFamily: token('sans'),
      fontSize: 14,
      lineHeight: 1.6,
      motion: false,
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
      Segmented: { itemSelectedBg: token('blue'), itemSelectedColor: token('on-colour'), trackBg: token('surface') },
    },
  }
}
