import type { RefusalTable, RefusalText } from '#kernel/refusal'

const text = (title: string, next: string): RefusalText => ({ title, next })

/** Words for a file, a row or a cell that cannot be taken in. `title` alone is the reason in `<file>.rejected.csv`. */
export const csvRefusals = {
  csvFileMissing: {
    status: 404,
    zh: text('没有找到文件 {file}。', '请核对文件名和所在的文件夹。'),
    en: text('The file {file} was not found.', 'Check its name and folder.'),
  },
  csvNotText: {
    status: 422,
    zh: text('文件 {file} 不是 UTF-8 或 GB18030 的文本文件。', '请另存为 CSV（UTF-8）后重试。'),
    en: text('{file} is no text file in UTF-8 or GB18030.', 'Save it as CSV (UTF-8) and try again.'),
  },
  csvEmpty: {
    status: 422,
    zh: text('文件 {file} 是空的，连表头也没有。', '请核对文件后重试。'),
    en: text('{file} is empty; it has not even a header row.', 'Check the file and try again.'),
  },
  csvMalformed: {
    status: 422,
    zh: text(
      '文件 {file} 第 {line} 行附近的引号没有成对，后面的内容无法分列。',
      '请改正这一处后整份重新导入，本次没有导入任何一行。',
    ),
    en: text(
      'A quote near line {line} of {file} is not closed.',
      'Mend it and import the whole file again; nothing was imported.',
    ),
  },
  csvColumnMissing: {
    status: 422,
    zh: text('文件 {file} 缺少必需的列：{columns}。', '请补上这些列后整份重新导入，本次没有导入任何一行。'),
    en: text(
      '{file} lacks the required columns {columns}.',
      'Add them and import the whole file again; nothing was imported.',
    ),
  },
  csvColumnTwice: {
    status: 422,
    zh: text('文件 {file} 的表头里，列 {column} 出现了两次。', '请删去多余的一列后重新导入。'),
    en: text('The column {column} stands twice in the header of {file}.', 'Remove one of them and import again.'),
  },
  csvAllRowsBad: {
    status: 422,
    zh: text(
      '文件 {file} 的 {rows} 行全部有误，没有导入任何一行。',
      '请查看同一文件夹里的 .rejected.csv，逐行改正后重新导入。',
    ),
    en: text(
      'All {rows} rows of {file} are wrong; nothing was imported.',
      'See the .rejected.csv beside it, mend the rows and import again.',
    ),
  },
  cellEmpty: {
    status: 422,
    zh: text('此列必须填写，现在是空的。', '请补填。'),
    en: text('This cell is required and is empty.', 'Fill it in.'),
  },
  cellNotAllowed: {
    status: 422,
    zh: text('不是允许的值，应为：{allowed}。', '请改为允许的值。'),
    en: text('Not an allowed value. Allowed: {allowed}.', 'Use one of them.'),
  },
  rowWidth: {
    status: 422,
    zh: text('这一行有 {cells} 列，表头有 {columns} 列。', '请核对逗号和引号。'),
    en: text('This row has {cells} cells, the header has {columns}.', 'Check commas and quotes.'),
  },
  rowTwice: {
    status: 422,
    zh: text('与第 {line} 行重复，只采用先出现的一行。', '请保留正确的一行。'),
    en: text('The same as line {line}; only the first is used.', 'Keep the right one.'),
  },
} as const satisfies RefusalTable
