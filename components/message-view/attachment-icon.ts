import {
  CalendarDays,
  File,
  FileArchive,
  FileAudio,
  FileImage,
  FileSpreadsheet,
  FileText,
  FileVideo,
  type LucideIcon,
  Mail,
} from 'lucide-react'

const icons: [RegExp, LucideIcon][] = [
  [/^image\//, FileImage],
  [/^audio\//, FileAudio],
  [/^video\//, FileVideo],
  [/^message\//, Mail],
  [/^text\/calendar/, CalendarDays],
  [/spreadsheet|excel|^text\/csv/, FileSpreadsheet],
  [/zip|compressed|x-tar|x-7z|x-rar|gzip/, FileArchive],
  [/^text\/|pdf|word|document|presentation/, FileText],
]

export const attachmentIcon = (type: string): LucideIcon =>
  icons.find(([pattern]) => pattern.test(type.toLowerCase()))?.[1] ?? File

/** Types that every browser shows by itself and that cannot carry script. */
export const canPreview = (type: string): boolean => /^image\/(png|jpeg|gif|webp|avif|bmp)$/i.test(type)
