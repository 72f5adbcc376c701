// What synchronisation may ask of previews.
import { findWithoutPreview } from './message.store'
import { setPreviews } from './message-write.store'

export const messagesWithoutPreview = findWithoutPreview
export const savePreviews = setPreviews
