import junit, { type Builder, type TestCase } from "junit-report-builder";
import type { Counts } from "../model/api.js";
import { printable } from "../source/code.js";
import { groupBy } from "../source/collections.js";
import type { Diagnostic } from "../source/diagnostic.js";
import { diagnosticsOf, type JsonDiagnostic } from "./json.js";

/**
 * Returns the diagnostics as a report of JUnit, which servers for continuous integration show beside tests:
 * a document is a suite, a message a test of it. Errors fail, and warnings and notices are skipped tests.
 */
export function junitReport(
  diagnostics: readonly Diagnostic[],
  { documents }: Pick<Counts, "documents">,
): string {
  // Node.js imports the object that the declarations call `default`.
  const builder = (junit as unknown as Builder).newBuilder();
  const messages = diagnosticsOf(diagnostics);
  for (const [file, found] of groupBy(messages, ({ file }) => file)) {
    const suite = builder.testSuite().name(legal(file));
    for (const message of found) describe(message, suite.testCase());
  }
  // Servers take a report without a test for a run that has failed.
  if (messages.length === 0) {
    builder.testSuite().name("md2sdk").testCase().name(`documents: ${documents}`);
  }
  return builder.build().trimEnd();
}

function describe(
  { file, line, column, severity, rule, message, hint }: JsonDiagnostic,
  test: TestCase,
): void {
  const text = legal(hint === undefined ? message : `${message}; ${hint}`);
  const place = legal(`${file}:${line}:${column}`);
  test.className(rule).name(`${place} ${text}`).file(legal(file));
  if (severity === "error") test.failure(`${place} ${text}`, rule);
  else test.skipped();
}

/** Returns a text of characters that XML can hold. */
function legal(text: string): string {
  return printable(text).replaceAll(/[\p{Surrogate}\ufffe\uffff]/gu, "\ufffd");
}
