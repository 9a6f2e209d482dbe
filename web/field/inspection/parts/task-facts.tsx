import { type FieldTask, outcomeLabels, reasons, taskKinds } from '#contract/inspection'
import { formatDayShort } from '../../../shared/format.ts'
import { pick } from '../../../shared/i18n.ts'
import { mapLink } from '../../delivery/way.ts'
import { shopTexts } from '../shop-texts.ts'

/** Why, what and under which law; the licence, the earlier visits and the orders of the shop. */
export function TaskFacts({ task }: { task: FieldTask }) {
  const t = shopTexts.useTexts()
  const { face } = task
  const kind = taskKinds[task.task.kind]
  return (
    <div className="task-facts">
      <h2>{t('why')}</h2>
      <p>
        {pick(kind.zh, kind.en)}：{task.task.reasons.map(code => pick(reasons[code].zh, reasons[code].en)).join('、')}
      </p>
      {task.task.why === '' ? null : <p>{task.task.why}</p>}
      {task.noNoticeReason === null ? null : <p>{t('notice', { why: task.noNoticeReason })}</p>}
      <h2>{t('what')}</h2>
      <ul lang="zh-CN">
        {task.task.checklist.map(line => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <h2>{t('law')}</h2>
      <p lang="zh-CN">{task.task.basis.join('、')}</p>
      <h2>{t('when')}</h2>
      <p>
        {t(`when.${task.task.hours}`)} {task.task.between} · {t('when.due', { day: formatDayShort(task.task.dueBy) })}
      </p>
      <h2>{t('who')}</h2>
      <ul>
        {task.officers.map(({ id, name, certificateNo }) => (
          <li key={id}>
            {name} {certificateNo}
          </li>
        ))}
      </ul>
      <Face face={face} licenceNo={task.task.licenceNo} />
      <h2>{t('history')}</h2>
      {task.history.length === 0 ? <p>{t('history.none')}</p> : null}
      <ul>
        {task.history.map(({ checkedOn, outcome }) => (
          <li key={`${checkedOn}${outcome}`}>
            {formatDayShort(checkedOn)} {pick(outcomeLabels[outcome].zh, outcomeLabels[outcome].en)}
          </li>
        ))}
      </ul>
      <p>
        {task.orderDays === null || task.orderDays.length === 0
          ? t('orders.none')
          : t('orders', { count: task.orderDays.length, last: formatDayShort(task.orderDays.at(-1) ?? '') })}
      </p>
    </div>
  )
}

function Face({ face, licenceNo }: { face: FieldTask['face']; licenceNo: string }) {
  const t = shopTexts.useTexts()
  return (
    <>
      <h2>{t('face')}</h2>
      <ul className="facts">
        <li>{t('face.no', { no: licenceNo })}</li>
        <li>{t('face.person', { name: face.operatorName })}</li>
        <li>{face.address}</li>
        <li>
          {face.businessFormat} · {face.scope.join('、')}
        </li>
        <li>{t('face.valid', { from: face.validFrom, to: face.validTo })}</li>
        <li>{t('face.state', { state: t(`state.${face.state as 'valid'}`) })}</li>
        {face.supplier === null ? null : <li>{t('face.supplier', { name: face.supplier })}</li>}
      </ul>
      {face.position === null ? null : (
        <a className="link-button" href={mapLink(face.position, face.shopName)} target="_blank" rel="noreferrer">
          {t('map')}
        </a>
      )}
    </>
  )
}
