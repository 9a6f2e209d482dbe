import { TextBox, Tick } from '../../parts/text-field.tsx'
import { texts } from '../texts.ts'
import type { Today } from '../today.ts'

export interface TalkDraft {
  readonly chosen: readonly string[]
  readonly note: string
}
export const noTalk: TalkDraft = { chosen: [], note: '' }

const keyOf = ({ instrument, article }: { instrument: string; article: number }): string => `${instrument}-${article}`

/** What the server gets; nothing where nothing was explained. */
export function talkOf({ chosen, note }: TalkDraft, topics: Today['topics']) {
  const articles = topics
    .filter(topic => chosen.includes(keyOf(topic)))
    .map(({ instrument, article }) => ({ instrument, article }))
  return articles.length === 0 ? {} : { talk: { articles, note: note.trim() } }
}

/** 政策解读: in the same visit, by articles of the law library. */
export function TalkFields({
  topics,
  draft,
  set,
}: {
  topics: Today['topics']
  draft: TalkDraft
  set: (draft: TalkDraft) => void
}) {
  const t = texts.useTexts()
  return (
    <details className="talk">
      <summary>{t('talk.title')}</summary>
      {topics.map(topic => {
        const key = keyOf(topic)
        const on = draft.chosen.includes(key)
        return (
          <Tick
            key={key}
            label={`${topic.title}${topic.summary === '' ? '' : `：${topic.summary}`}`}
            value={on}
            set={value =>
              set({ ...draft, chosen: value ? [...draft.chosen, key] : draft.chosen.filter(one => one !== key) })
            }
          />
        )
      })}
      <TextBox label={t('talk.note')} value={draft.note} set={note => set({ ...draft, note })} />
    </details>
  )
}
