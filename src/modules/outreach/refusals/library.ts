import type { RefusalEntry, RefusalTable } from '#kernel/refusal'

type Words = readonly [title: string, next: string]
const entry = (status: RefusalEntry['status'], zh: Words, en: Words): RefusalEntry => ({
  status,
  zh: { title: zh[0], next: zh[1] },
  en: { title: en[0], next: en[1] },
})

/** 政策法规 */
export const libraryRefusals = {
  articleUnknown: entry(
    404,
    ['没有找到这一条。', '请核对法规名称和条号。'],
    ['There is no such article.', 'Check the statute and the number.'],
  ),
  statuteUnknown: entry(
    404,
    ['法规库里没有这部法规。', '请回到目录，从列表里打开。'],
    ['The library has no such statute.', 'Go back to the list and open it from there.'],
  ),
  lawUseUnknown: entry(
    404,
    ['没有找到这条规则或者文书。', '请回到条文，从列表里打开。'],
    ['There is no such rule or document.', 'Go back to the article and open it from there.'],
  ),
  noEarlierVersion: entry(
    404,
    ['法规库里只有这一个版本，没有可以对照的。', '导入较早的版本后再看。'],
    ['This is the only version in the library.', 'Import an earlier one first.'],
  ),
  lawsFolderMissing: entry(
    404,
    ['法规文件夹 {folder} 不存在。', '请用 YZT_LAWS 或命令参数指明法规文件所在的文件夹。'],
    ['The folder {folder} with statutes is missing.', 'Name the folder by YZT_LAWS or the argument.'],
  ),
  lawWordsMissing: entry(
    422,
    ['名称、来源和理由都要写。', '没有来源的文本不能发布；请写明公布机关和公报、网站或者文号。'],
    [
      'Title, source and reason are needed.',
      'Nothing is released without a source: name the body and where it was published.',
    ],
  ),
  lawWithoutArticles: entry(
    422,
    ['没有认出一条条文。', '每一条要另起一行，以“第一条”这样的字样开头。'],
    ['No article was recognised.', 'Each article begins on a line of its own with 第…条.'],
  ),
  lawArticleTwice: entry(
    422,
    ['{label}出现了两次。', '请删去重复的一条，或者改正条号；目录不要贴进来。'],
    ['{label} stands twice.', 'Delete one of them or correct its number.'],
  ),
  lawArticleEmpty: entry(
    422,
    ['{label}没有内容。', '请补上这一条的文字，或者删去它。'],
    ['{label} has no words.', 'Add them, or delete the article.'],
  ),
  lawVersionExists: entry(
    409,
    ['法规库里已经有{day}的版本。', '发布过的文本不改；确有错误的，请写明正确的公布日期另发一个版本。'],
    [
      'The version of {day} is in the library.',
      'What was released stays; give the right day and release another version.',
    ],
  ),
  lawDraftOpen: entry(
    409,
    ['同一个版本已经有人起草，还没有发布。', '请打开那份草案；需要重写的，由起草人先撤回。'],
    ['Somebody has drafted this version already.', 'Open that draft; its author can take it back.'],
  ),
  lawDraftEnded: entry(
    409,
    ['这份草案已经发布或者撤回。', '请刷新列表。'],
    ['This draft has been released or taken back.', 'Load the list again.'],
  ),
  lawNotYourDraft: entry(
    403,
    ['草案只能由起草人撤回。', '请联系起草人。'],
    ['Only its author can take a draft back.', 'Ask the author.'],
  ),
  lawOwnDraft: entry(
    403,
    ['起草人不能发布自己的草案。', '请另一位有权限的同事核对后发布。'],
    ['The author cannot release it.', 'Another person checks and releases it.'],
  ),
  lawNotImported: entry(
    409,
    ['这部法规没有导入全文，不能登记废止。', '请先导入或者起草全文。'],
    ['The text of this law is not here.', 'Import or draft it first.'],
  ),
  lawWithdrawnAlready: entry(
    409,
    ['这部法规已经登记废止。', '不需要再登记。'],
    ['This law is already noted as no longer in force.', 'Nothing more is needed.'],
  ),
} satisfies RefusalTable
