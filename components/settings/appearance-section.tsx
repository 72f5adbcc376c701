'use client'
import { Monitor, Moon, Sun } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Account } from '@/lib/contract/account'
import { SegmentedControl } from '../ui/segmented-control'
import { Select } from '../ui/select'
import { Section } from './section'
import { useChangeAccount } from './use-change-account'

const BROWSER = 'browser'

export function AppearanceSection({ account }: { account: Account }) {
  const t = useTranslations('settings.appearance')
  const { mutate } = useChangeAccount()
  return (
    <Section title={t('title')}>
      <div className="flex flex-col gap-5">
        <div className="max-w-[260px]">
          <Select
            label={t('language')}
            value={account.locale ?? BROWSER}
            onChange={({ target }) => mutate({ locale: localeOf(target.value) })}
            // each language is written in itself, so that whoever needs it can read it
            options={[
              { value: BROWSER, label: t('languageBrowser') },
              { value: 'en', label: 'English' },
              { value: 'ko', label: '한국어' },
            ]}
          />
        </div>
        <Choice label={t('theme')}>
          <SegmentedControl
            label={t('theme')}
            value={account.theme}
            onValueChange={(theme) => mutate({ theme })}
            options={[
              { value: 'system', label: t('themeSystem'), icon: Monitor },
              { value: 'light', label: t('themeLight'), icon: Sun },
              { value: 'dark', label: t('themeDark'), icon: Moon },
            ]}
          />
        </Choice>
        <Choice label={t('density')}>
          <SegmentedControl
            label={t('density')}
            value={account.density}
            onValueChange={(density) => mutate({ density })}
            options={[
              { value: 'comfortable', label: t('comfortable') },
              { value: 'compact', label: t('compact') },
            ]}
          />
        </Choice>
      </div>
    </Section>
  )
}

function Choice({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <p aria-hidden className="mb-1.5 font-medium text-sm">
        {label}
      </p>
      {children}
    </div>
  )
}

function localeOf(value: string): Account['locale'] {
  return value === 'en' || value === 'ko' ? value : null
}
