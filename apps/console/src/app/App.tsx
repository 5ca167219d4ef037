import { LangProvider } from '@linli/ui'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { App as Antd, ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { useMemo } from 'react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { queries } from './api.ts'
import { router } from './router.tsx'
import { useScheme } from './scheme.ts'
import { themeOf } from './theme.ts'

/** The nonce that the server gave this page; styles made at run time carry it. */
const nonce = document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content') ?? ''

export function App(): ReactElement {
  const { i18n } = useTranslation()
  const lang = i18n.language === 'en' ? 'en' : 'zh'
  const scheme = useScheme()
  const theme = useMemo(() => themeOf(scheme), [scheme])
  return (
    <LangProvider lang={lang}>
      <ConfigProvider
        theme={theme}
        locale={lang === 'zh' ? zhCN : enUS}
        csp={{ nonce }}
        wave={{ disabled: true }}
        button={{ autoInsertSpace: false }}
      >
        <Antd>
          <QueryClientProvider client={queries}>
            <RouterProvider router={router} />
          </QueryClientProvider>
        </Antd>
      </ConfigProvider>
    </LangProvider>
  )
}
