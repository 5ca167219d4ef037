/** The nationwide government service hotline, until the server names the city's own (`phoneHelp`). */
export const helpLine = '12345'
