/* The panel of the dock: shows its state and sends what is pressed. Plain JavaScript, no build. */

const names = {
  reader: {
    none: '正常',
    pulledMidRead: '读到一半证件被拿开',
    badChecksum: '校验和错误',
    shortFrame: '数据不完整',
    splitFrames: '数据分成小段',
    noise: '数据前有杂波',
    silent: '没有回应',
    cableOut: '连线拔出',
  },
  printer: { none: '正常', paperOut: '缺纸', jam: '卡纸', off: '关机', slow: '很慢' },
  challenge: { camera: '由摄像头判断', simulated: '由模拟设备代答（通过）' },
  network: { pass: '畅通', cut: '断开', blackHole: '有去无回', slow: '很慢', cutAfter: '传到一半断开' },
}
const printing = { idle: '空闲', processing: '正在打印', stopped: '已停下' }
const byId = id => document.getElementById(id)

async function ask(path, body) {
  const response = await fetch(`/dock/api/${path}`, {
    method: body ? 'POST' : 'GET',
    ...(body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {}),
  })
  if (!response.ok) throw new Error(path)
  return response.json()
}

async function update(path = 'state', body = undefined) {
  try {
    show(await ask(path, body))
    byId('trouble').hidden = true
  } catch {
    byId('trouble').hidden = false
  }
}

function show(state) {
  const laid = state.cards.find(card => card.id === state.cardId)
  byId('slot').textContent = laid ? `读卡区：${laid.label}（${laid.name}）` : '读卡区是空的'
  byId('lift').disabled = !laid
  keep(byId('cards'), state.cards, cardButton)
  for (const button of byId('cards').querySelectorAll('button'))
    button.setAttribute('aria-pressed', String(button.dataset.id === state.cardId))
  byId('printing').textContent = state.printer === 'off' ? '已关机' : printing[state.printing.state]
  keep(byId('prints'), state.prints, printLink)
  for (const kind of Object.keys(names)) byId(kind).value = state[kind]
}

/** Rebuilds a list only when its items changed, so that the focus stays where it is. */
function keep(list, items, build) {
  const key = JSON.stringify(items)
  if (list.dataset.key === key) return
  list.dataset.key = key
  list.replaceChildren(...items.map(item => entry(build(item))))
}

function entry(content) {
  const item = document.createElement('li')
  item.append(content)
  return item
}

function cardButton(card) {
  const button = document.createElement('button')
  button.type = 'button'
  button.dataset.id = card.id
  button.textContent = `${card.label} · ${card.name}`
  button.addEventListener('click', () => update('card', { cardId: card.id }))
  return button
}

function printLink(print) {
  const link = document.createElement('a')
  link.href = `/dock/api/prints/${print.n}`
  link.target = '_blank'
  link.textContent = `第 ${print.n} 份（${Math.ceil(print.bytes / 1024)} KB）`
  link.addEventListener('click', event => {
    event.preventDefault()
    byId('page').src = link.href
    byId('page').hidden = false
  })
  return link
}

for (const [kind, options] of Object.entries(names)) {
  const select = byId(kind)
  for (const [value, label] of Object.entries(options)) select.append(new Option(label, value))
  select.addEventListener('change', () => update('fault', { [kind]: select.value }))
}
/** The telephones of made-up people: only a demonstration has this address, so the section stays away elsewhere. */
async function readMessages() {
  try {
    const response = await fetch('/api/demo/phone')
    if (!response.ok) return
    const { messages } = await response.json()
    byId('phone').hidden = false
    keep(byId('messages'), messages.slice(0, 5), ({ phone, text }) => `${phone}：${text}`)
  } catch {
    // The server is away, as it may be here: the last messages stay on the page.
  }
}

byId('lift').addEventListener('click', () => update('card', { cardId: null }))
update()
readMessages()
setInterval(update, 1000)
setInterval(readMessages, 2000)
