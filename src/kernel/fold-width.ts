/**
 * Full-width forms (全角) to ASCII: １ → 1, Ｘ → X, ＋ → +, the ideographic space → blank.
 * Chinese keyboards produce them inside numbers; codes and dates are read after folding.
 */
export function foldWidth(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/gu, character => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replaceAll('\u3000', ' ')
}
