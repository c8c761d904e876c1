// What ts-morph needs of the TypeScript compiler to print: the compiler itself takes longer to load
// than the documents take to print, and is half of the package.
"use strict";

module.exports = {
  // The build puts them in: enumerations, and the version.
  ...TYPESCRIPT_CONSTANTS,
  // Made with a project, and asked nothing.
  createLanguageService() {},
  createScanner,
};

/**
 * Finds where a text ends, before which a comma may go. The compiler's scanner would step over a
 * comment there: the elements of the output end with none.
 */
function createScanner() {
  const { EndOfFileToken, Unknown } = TYPESCRIPT_CONSTANTS.SyntaxKind;
  let rest = "";
  let end = 0;
  return {
    setText(text = "") {
      rest = text.trimEnd();
      end = rest.length;
    },
    scan() {
      const token = rest === "" ? EndOfFileToken : Unknown;
      rest = "";
      return token;
    },
    getTokenFullStart: () => end,
  };
}
