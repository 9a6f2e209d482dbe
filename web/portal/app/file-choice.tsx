import type { ReactNode } from 'react'

interface Props {
  readonly accept: string
  readonly onFiles: (files: readonly File[]) => void
  /** A telephone offers its camera. */
  readonly camera?: boolean
  readonly multiple?: boolean
  readonly disabled?: boolean
  readonly describedBy?: string
  readonly children: ReactNode
}

/** 选文件: the browser's own button speaks the language of the telephone, not of the page; so ours stands over it. */
export function FileChoice({ accept, onFiles, camera, multiple, disabled, describedBy, children }: Props) {
  return (
    <label className="act plain file-choice">
      {children}
      <input
        type="file"
        accept={accept}
        multiple={multiple}
        disabled={disabled}
        aria-describedby={describedBy}
        {...(camera ? { capture: 'environment' as const } : {})}
        onChange={event => {
          onFiles([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
    </label>
  )
}
