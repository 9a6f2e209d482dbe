/** What is signed when settings go down to a terminal: this channel, this version, these bytes. */
export const settingsText = (order: {
  readonly channelId: string
  readonly version: number
  readonly text: string
}): string => ['yzt-settings-v1', order.channelId, order.version, order.text].join('\n')
