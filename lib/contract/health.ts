import { z } from 'zod'

export const Health = z.strictObject({
  status: z.enum(['ok', 'unavailable']),
  reasons: z.array(z.string()).optional(),
})
