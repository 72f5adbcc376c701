import type { Problem } from '../contract/common'

/** The server answered, and the answer is no (RFC 9457). `problem.detail` is written for the person. */
export class ApiProblem extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.detail || problem.title)
    this.name = 'ApiProblem'
    this.problem = problem
  }

  get status(): number {
    return this.problem.status
  }

  /** the message for one field of the request, by its path */
  fieldError(path: string): string | undefined {
    return this.problem.errors?.find((error) => error.path === path)?.message
  }
}

/** No answer came: offline, the server is down, or 30 s passed. */
export class ApiUnreachable extends Error {
  constructor(cause: unknown) {
    super('The server cannot be reached', { cause })
    this.name = 'ApiUnreachable'
  }
}

/** Reads a refused answer into an ApiProblem, also when a proxy in between answered in its own words. */
export function toProblem(status: number, statusText: string, body: string): ApiProblem {
  const fallback: Problem = {
    type: 'about:blank',
    title: statusText || `HTTP ${status}`,
    status,
    detail: '',
    requestId: '',
  }
  try {
    const parsed: unknown = JSON.parse(body)
    if (typeof parsed !== 'object' || parsed === null || !('title' in parsed)) return new ApiProblem(fallback)
    return new ApiProblem({ ...fallback, ...(parsed as Partial<Problem>), status })
  } catch {
    return new ApiProblem(fallback)
  }
}
