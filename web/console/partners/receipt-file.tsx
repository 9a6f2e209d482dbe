import { FileField } from '../app/file-field.tsx'

interface ReceiptFileProps {
  readonly label: string
  readonly take: (text: string) => void
}

/** A receipt as the file it came in; the server judges whose it is and of which package. */
export function ReceiptFile({ label, take }: ReceiptFileProps) {
  const read = async (file: File | undefined) => {
    // What is longer than a receipt can be is cut: the server says by name that it is none.
    if (file !== undefined) take((await file.text()).slice(0, 4000))
  }
  return <FileField label={label} accept="application/json,.json" onFiles={([file]) => void read(file)} />
}
