/**
 * Returns a message about a rounded integer with the digits that it has in a text. If the text has several
 * integers that round to the same number, the message names all of them.
 */
export function withDigits(message: string, text: string): string {
  return message.replace(/[\d.e+]{5,}$/, (rounded) => {
    const same = text.match(/\d{16,}/g)?.filter((integer) => Number(integer) === Number(rounded));
    return [...new Set(same)].join(" or ") || rounded;
  });
}
