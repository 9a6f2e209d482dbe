import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { ApplicationDetail, LicenceCard } from '#contract/licensing'
import { formatDayShort } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'
import { registerWords } from '../../shared/register-words.ts'
import { answerWord, fileWord } from '../app/file-words.ts'
import { texts } from './texts.ts'

type Fact = readonly [label: string, value: ReactNode]

/** A small table of what is known, as pairs. */
export function FactCard({ title, facts, action }: { title: string; facts: readonly Fact[]; action?: ReactNode }) {
  return (
    <section className="card fact-card">
      <h2>
        {title}
        {action}
      </h2>
      <dl className="facts">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** Person, shop and licence of a file side by side. */
export function FileFacts({ detail }: { detail: ApplicationDetail }) {
  const t = texts.useTexts()
  const language = useLanguage()
  const { applicant, licence } = detail
  return (
    <div className="fact-cards">
      <FactCard
        title={t('person')}
        facts={[
          [t('person.name'), applicant.nameMasked],
          [t('person.idNo'), applicant.idNoMasked],
          [t('person.phone'), applicant.phoneMasked ?? t('person.phone.none')],
          [t('person.method'), fileWord(applicant.method, language)],
          [t('person.channel'), pick(detail.channel, detail.channelEn ?? '', language)],
          ...agentFacts(detail, t),
          ...(detail.helper === null ? [] : [[t('person.helper'), detail.helper] as Fact]),
          [t('person.deliver'), pick(detail.deliver.label, detail.deliver.labelEn ?? '', language)],
          ...(detail.terminal === null ? [] : [[t('person.terminal'), detail.terminal] as Fact]),
        ]}
      />
      {detail.request.length === 0 ? null : <RequestFacts request={detail.request} service={detail.service} />}
      {licence === null ? null : <ShopFacts licence={licence} />}
    </div>
  )
}

/** 代理人: both identities, and what the mandate allows until when. */
function agentFacts({ agent }: ApplicationDetail, t: ReturnType<typeof texts.useTexts>): Fact[] {
  if (agent === null) return []
  const { nameMasked, idNoMasked, form, services, validFrom, validTo } = agent
  return [
    [t('person.agent'), `${nameMasked} ${idNoMasked}`],
    [
      t('person.mandate'),
      t(`mandate.${form}`, {
        services: services.join('、'),
        from: formatDayShort(validFrom),
        to: formatDayShort(validTo),
      }),
    ],
  ]
}

/** 申请内容: each question with its answer, and what stands on the licence now. */
function RequestFacts({ request, service }: Pick<ApplicationDetail, 'request' | 'service'>) {
  const t = texts.useTexts()
  const language = useLanguage()
  return (
    <FactCard
      title={t('request')}
      facts={request.map(
        ({ label, labelEn, value, before }): Fact => [
          pick(label, labelEn ?? '', language),
          before === null
            ? answerWord(service, value, language)
            : t('request.change', { before, after: answerWord(service, value, language) }),
        ],
      )}
    />
  )
}

function ShopFacts({ licence }: { licence: LicenceCard }) {
  const t = texts.useTexts()
  return (
    <>
      <FactCard
        title={t('shop')}
        action={
          <Link className="card-link" to="/retailers/$licenceNo" params={{ licenceNo: licence.licenceNo }}>
            {t('shop.open')}
          </Link>
        }
        facts={[
          [t('shop.name'), licence.shopName],
          [t('shop.operator'), licence.operatorName],
          [t('shop.address'), licence.address],
        ]}
      />
      <LicenceFacts licence={licence} />
    </>
  )
}

export function LicenceFacts({ licence }: { licence: LicenceCard }) {
  const t = texts.useTexts()
  const language = useLanguage()
  const term = `${formatDayShort(licence.validFrom, language)} – ${formatDayShort(licence.validTo, language)}`
  return (
    <FactCard
      title={t('licence')}
      facts={[
        [t('licence.no'), licence.licenceNo],
        [t('licence.state'), pick(licence.stateLabel, licence.stateLabelEn, language)],
        [t('licence.term'), term],
        [
          t('licence.left'),
          licence.daysLeft < 0
            ? t('licence.left.over', { days: -licence.daysLeft })
            : t('licence.left.days', { days: licence.daysLeft }),
        ],
        [t('licence.scope'), registerWords(licence.scope, language)],
        [t('licence.version'), licence.version],
      ]}
    />
  )
}
