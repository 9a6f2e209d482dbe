import type { RefusalTable } from '#kernel/refusal'

export const exchangeRefusals = {
  nothingToResend: {
    status: 409,
    zh: { title: '这个外部系统没有可以重新报送的。', next: '请刷新页面；还有疑问的，请联系系统管理员。' },
    en: {
      title: 'Nothing can be sent again to this system.',
      next: 'Reload the page; ask the administrator if in doubt.',
    },
  },
} as const satisfies RefusalTable
