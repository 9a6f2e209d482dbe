interface Person {
  readonly id: string
  readonly label: string
  readonly name: string
}

const safe = (text: string): string => text.replace(/[&<>"']/gu, letter => `&#${letter.charCodeAt(0)};`)

/** The provider's own page: who is signing in. Every person is made up, and the page says so. */
export function choicePage(path: string, people: readonly Person[]): string {
  const choices = people
    .map(
      ({ id, name, label }) =>
        `<li><a href="${path}?person=${encodeURIComponent(id)}"><strong>${safe(name)}</strong><br>${safe(label)}</a></li>`,
    )
    .join('')
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>统一身份认证（模拟）</title>
<style>body{margin:0 auto;max-width:36rem;padding:16px;font:18px/1.6 "Noto Sans SC",sans-serif;color:#16202b;background:#fafaf7}
ul{padding:0;list-style:none}li a{display:block;min-height:48px;margin:8px 0;padding:12px 16px;color:#0b4a8f;background:#fff;border:1px solid #8796a5;border-radius:6px;text-decoration:none}</style>
<main><h1>统一身份认证（模拟）</h1><p>模拟数据：这里代替省统一身份认证的页面，人都是虚构的。选一个人登录，会把姓名、身份证号码、认证等级和留的手机号交给“烟政通”。</p>
<ul>${choices}</ul><p><a href="${path}?cancel=1">不登录，返回</a></p></main></html>`
}
