import type { RefusalEntry, RefusalTable, RefusalText } from './refusal.ts'

const text = (title: string, next: string): RefusalText => ({ title, next })

/** Nearly all kernel refusals are input that cannot be read: 422, with the words of the person who typed it in mind. */
const unreadable = (zh: RefusalText, en: RefusalText): RefusalEntry => ({ status: 422, zh, en })

/** Words for every refusal the kernel itself can give. Modules add their own tables. */
export const kernelRefusals = {
  dateInvalid: unreadable(
    text('日期看不懂，或者没有这一天。', '请按年、月、日重新填写，例如 2026-11-23。'),
    text(
      'The date cannot be read, or there is no such day.',
      'Enter year, month and day again, for example 2026-11-23.',
    ),
  ),
  citizenIdLength: unreadable(
    text('身份证号码应为 18 位，现在是 {length} 位。', '请对照身份证逐位核对后重新输入。'),
    text('A citizen number has 18 characters; this one has {length}.', 'Compare it with the card and enter it again.'),
  ),
  citizenIdCharacters: unreadable(
    text('身份证号码里有不该出现的字符。', '前 17 位只能是数字，最后一位可以是数字或 X，请重新输入。'),
    text('The citizen number contains a wrong character.', 'Use 17 digits and a last digit or X.'),
  ),
  citizenIdBirthDate: unreadable(
    text('身份证号码中的出生日期不存在。', '请核对第 7 至 14 位（出生年月日）。'),
    text(
      'The birth date inside the citizen number does not exist.',
      'Check characters 7 to 14 (year, month, day of birth).',
    ),
  ),
  citizenIdCheckDigit: unreadable(
    text('身份证号码的校验位对不上，可能输错了一位。', '请逐位核对后重新输入，也可以把身份证放在读卡区。'),
    text(
      'The check digit of the citizen number does not match.',
      'One digit may be wrong. Enter it again, or use the card reader.',
    ),
  ),
  creditCodeLength: unreadable(
    text('统一社会信用代码应为 18 位，现在是 {length} 位。', '请对照营业执照重新输入。'),
    text(
      'A unified social credit code has 18 characters; this one has {length}.',
      'Copy it again from the business licence.',
    ),
  ),
  creditCodeCharacters: unreadable(
    text(
      '统一社会信用代码里有不该出现的字符。',
      '代码只用数字和大写字母，不用 I、O、S、V、Z；请检查是否把 0 写成了 O。',
    ),
    text(
      'The credit code contains a wrong character.',
      'It never uses I, O, S, V or Z. Check whether 0 was written as O.',
    ),
  ),
  creditCodeCheck: unreadable(
    text('统一社会信用代码的校验位对不上，可能输错了一位。', '请对照营业执照逐位核对。'),
    text(
      'The check character of the credit code does not match.',
      'Compare it with the business licence character by character.',
    ),
  ),
  licenceNoFormat: unreadable(
    text('许可证号应为 12 位数字。', '请对照烟草专卖零售许可证重新输入。'),
    text('A licence number has 12 digits.', 'Copy it again from the tobacco retail licence.'),
  ),
  licenceNoKind: unreadable(
    text('许可证号的第 7 位应为 1（个体工商户）或 2（企业及其他组织）。', '请对照许可证核对第 7 位。'),
    text(
      'The 7th digit of a licence number is 1 (individual) or 2 (enterprise).',
      'Check the 7th digit on the licence.',
    ),
  ),
  licenceNoIssuer: unreadable(
    text('这个许可证不是本局发的。', '请核对许可证号的前 6 位；如果确由其他局发证，请向发证的烟草专卖局办理。'),
    text(
      'This licence was issued by another bureau.',
      'Check the first 6 digits, or apply to the bureau that issued it.',
    ),
  ),
  cartonCodeFormat: unreadable(
    text('条码应为 32 位（两行各 16 位），现在读到 {length} 位。', '请把两行都录入，或者重新扫描。'),
    text('A carton code has 32 characters in two lines of 16; {length} were read.', 'Enter both lines, or scan again.'),
  ),
  cartonCodeDate: unreadable(
    text('条码中的分拣日期不存在。', '请核对第一行前 5 位。'),
    text('The sorting date inside the carton code does not exist.', 'Check the first 5 digits of line 1.'),
  ),
  cartonCodePosition: unreadable(
    text('条码中的件内条号应在 01 至 50 之间。', '请核对第一行最后 2 位。'),
    text('The carton number inside the case must be 01 to 50.', 'Check the last 2 digits of line 1.'),
  ),
  cartonCodeLicence: unreadable(
    text('条码第二行的许可证号不对。', '请核对第二行后 12 位；确实印成这样的，请拍照留存并按涂改条码处理。'),
    text(
      'The licence number in line 2 of the carton code is wrong.',
      'Check its last 12 digits; if printed so, photograph it.',
    ),
  ),
  licenceTokenMissing: unreadable(
    text('没有读到许可证验证码。', '请对准许可证上的二维码重新扫描。'),
    text('No licence verification code was found.', 'Scan the code on the licence again.'),
  ),
  licenceTokenMalformed: unreadable(
    text('许可证验证码不完整或者格式不对。', '请重新扫描；仍读不出的，请输入许可证号查询。'),
    text(
      'The licence verification code is incomplete or malformed.',
      'Scan it again, or look the licence up by its number.',
    ),
  ),
  eLicenceIdFormat: unreadable(
    text('电子证照标识的格式不对。', '请重新扫描电子证照上的二维码。'),
    text('The e-licence identifier is malformed.', 'Scan the code on the e-licence again.'),
  ),
  eLicenceIdCheck: unreadable(
    text('电子证照标识的校验位对不上。', '请重新扫描；仍不符的，请向发证机关核实真伪。'),
    text(
      'The check character of the e-licence identifier does not match.',
      'Scan again; if it still fails, ask the issuing bureau.',
    ),
  ),
  areaCodeInvalid: unreadable(
    text('行政区划代码应为 6 位、9 位或 12 位数字。', '请核对代码：县 6 位，镇街 9 位，村 12 位。'),
    text('An area code has 6, 9 or 12 digits.', 'Check the code: county 6, town 9, village 12 digits.'),
  ),
  positionInvalid: unreadable(
    text('坐标不对。', '请核对经度和纬度，注意不要填反。'),
    text('The coordinates are wrong.', 'Check longitude and latitude, and that they are not swapped.'),
  ),
  quantityInvalid: unreadable(
    text('数量应为整数，不能是负数。', '请按支、盒、条、件填写整数。'),
    text('A quantity is a whole number and not negative.', 'Enter whole sticks, packs, cartons or cases.'),
  ),
  moneyInvalid: unreadable(
    text('金额看不懂。', '请以元为单位填写，最多两位小数，例如 1234.50。'),
    text('The amount cannot be read.', 'Enter yuan with at most two decimals, for example 1234.50.'),
  ),
  phoneInvalid: unreadable(
    text('电话号码不对。', '请填写 11 位手机号码，或者带区号的固定电话，例如 0750-7123456。'),
    text(
      'The telephone number is wrong.',
      'Enter an 11-digit mobile number or a landline with area code, such as 0750-7123456.',
    ),
  ),
  textEmpty: unreadable(
    text('这一项还没有填写。', '请填写后继续。'),
    text('This field is empty.', 'Fill it in to continue.'),
  ),
  textTooLong: unreadable(
    text('内容太长：最多 {max} 个字，现在有 {length} 个字。', '请删减后再提交。'),
    text('The text is too long: {length} characters, at most {max}.', 'Shorten it and submit again.'),
  ),
  textControlCharacter: unreadable(
    text('内容里有看不见的特殊字符（{codePoint}）。', '请删除后直接输入，不要从其他软件粘贴。'),
    text(
      'The text contains an invisible special character ({codePoint}).',
      'Delete it and type the text instead of pasting it.',
    ),
  ),
  holidayYearUnpublished: {
    status: 409,
    zh: text(
      '{year} 年的节假日安排尚未录入，无法计算工作日期限。',
      '请系统管理员导入国务院办公厅公布的 {year} 年放假安排后再试。',
    ),
    en: text(
      'The public holidays of {year} are not yet in the system, so working days cannot be counted.',
      'Ask the system administrator to import the official notice for {year}, then try again.',
    ),
  },
  moveNotAllowed: {
    status: 409,
    zh: text('当前状态下不能做这一步，可能已经有人处理过。', '请刷新页面查看最新状态。'),
    en: text(
      'This step is not possible in the current state; someone may have acted already.',
      'Reload to see the latest state.',
    ),
  },
  photoUnreadable: unreadable(
    text('照片打不开。', '请重新拍一张。'),
    text('The picture cannot be read.', 'Take it again.'),
  ),
  statusListMissing: unreadable(
    text('文件里没有许可证状态清单。', '请从本局网站重新下载状态清单。'),
    text('The file holds no status list.', 'Download the status list again from the bureau.'),
  ),
  statusListMalformed: unreadable(
    text('状态清单不完整或者已损坏。', '请从本局网站重新下载状态清单。'),
    text('The status list is incomplete or damaged.', 'Download it again from the bureau.'),
  ),
} as const satisfies RefusalTable
