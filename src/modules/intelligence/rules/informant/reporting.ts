/** Words by which somebody is told to be the one who reported. */
const reporting = /举报|投诉|检举|报料|爆料|报案|报警|告发|告密|线人|线索|反映|提供消息|12313|12345/u
/** A question and its answer belong together: the next question begins anew. */
const sentences = /[^。！？；\n]+[。！？；\n]*(?:(?=答)[^。！？；\n]+[。！？；\n]*)?/gu

/**
 * 谁签名谁自报姓名: a record names those who sign it as what they are (在场人, 证人). Where one of them is the reporter, only what tells of a report
 * may not name him: to refuse his name as such would tell the officer beside him who it was that reported.
 */
export const aboutReporting = (text: string): readonly string[] =>
  (text.match(sentences) ?? []).filter(sentence => reporting.test(sentence))
