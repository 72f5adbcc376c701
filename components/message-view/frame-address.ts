/** The address of a body in the colours of the page around it. */
export const frameAddress = (url: string, theme: 'light' | 'dark'): string => `${url}?theme=${theme}`
