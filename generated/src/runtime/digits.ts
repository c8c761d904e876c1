import type { Issue } from "./issue.js";

/**
 * Returns an issue of JSON text with the digits that the text has for an integer, which `JSON.parse` may have
 * rounded. Where several integers are rounded to one number, the message keeps that number.
 */
export function withDigits({ path, message }: Issue, text: string): Issue {
  return {
    path,
    message: message.replace(/(?<=number )\S+$/, (rounded) => {
      const integers = text.match(/-?\d{16,}/g)?.filter((integer) => +integer === +rounded);
      const [digits = rounded, other] = new Set(integers);
      return other === undefined ? digits : rounded;
    }),
  };
}
