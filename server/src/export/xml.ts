/** Text as XML 1.0 takes it. Pure. */

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
  '\n': '&#10;',
  '\t': '&#9;',
}
/** Signs that no XML document may hold, escaped or not: most control characters, half surrogates, two non-characters. */
const FORBIDDEN = /(?![\t\n\r\u007F-\u009F])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu

/** Text for an element or an attribute. What XML cannot hold becomes U+FFFD, so that a reader sees that something stood there. */
export const escapeXml = (text: string): string =>
  text.replace(FORBIDDEN, '\uFFFD').replace(/[&<>"\r\n\t]/g, (sign) => ENTITIES[sign] ?? sign)

/** The same where `_xHHHH_` stands for a sign (ECMA-376, ST_Xstring): nothing is lost. */
export const escapeOoxml = (text: string): string =>
  escapeXml(
    text
      .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
      .replace(FORBIDDEN, (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`),
  )

export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
