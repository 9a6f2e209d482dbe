import { Link } from '@tanstack/react-router'
import { texts } from './texts.ts'
import { useHitNotices } from './use-hit-notices.ts'
import './hit-badge.css'

/** 碰撞提示, on every page: whoever handles a clue or case hears within seconds that a new fact touched it. */
export function HitBadge() {
  const t = texts.useTexts()
  const unseen = useHitNotices()
  return (
    <span role="status" className="hit-badge">
      {unseen === 0 ? null : (
        <Link to="/graph" search={{ tab: 'hits' }}>
          {t('hits.badge', { count: unseen })}
        </Link>
      )}
    </span>
  )
}
