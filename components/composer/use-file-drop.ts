'use client'
import { type ClipboardEvent, type DragEvent, useState } from 'react'
import { addFiles } from './upload-files'

/** Files dropped on a composer or pasted into it become attachments, before the editor sees them. */
export function useFileDrop(key: string) {
  const [isOver, setOver] = useState(false)
  const take = (event: DragEvent | ClipboardEvent, files: FileList) => {
    event.preventDefault()
    event.stopPropagation()
    addFiles(key, [...files])
  }
  const handlers = {
    onDragOver: (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setOver(true)
    },
    onDragLeave: (event: DragEvent) => {
      if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false)
    },
    onDropCapture: (event: DragEvent) => {
      setOver(false)
      if (hasFiles(event)) take(event, event.dataTransfer.files)
    },
    onPasteCapture: (event: ClipboardEvent) => {
      const { files, types } = event.clipboardData
      // spreadsheets put a picture of the cells beside their text: the text is meant
      if (files.length > 0 && !types.includes('text/plain')) take(event, files)
    },
  }
  return { isOver, handlers }
}

const hasFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files')
