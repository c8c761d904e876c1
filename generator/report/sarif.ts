import { isAbsolute, posix } from "node:path";
import { pathToFileURL } from "node:url";
import {
  SarifBuilder,
  SarifResultBuilder,
  SarifRuleBuilder,
  SarifRunBuilder,
} from "node-sarif-builder";
import type { Diagnostic } from "../source/diagnostic.js";
import { rules } from "../source/rules.js";
import { diagnosticsOf, type JsonDiagnostic } from "./json.js";

const LEVELS = { error: "error", warning: "warning", notice: "note" } as const;

/**
 * Returns the diagnostics in SARIF 2.1.0, which GitHub's code scanning and editors read.
 *
 * @param folder the working directory, relative to the repository
 * @param version the version of md2sdk
 */
export function sarifReport(
  diagnostics: readonly Diagnostic[],
  folder: string,
  version: string,
): string {
  const run = new SarifRunBuilder().initSimple({
    toolDriverName: "md2sdk",
    toolDriverVersion: version,
  });
  // Columns count UTF-16 units, as everywhere in md2sdk; SARIF's default is the same, but unstated.
  run.run.columnKind = "utf16CodeUnits";
  const messages = diagnosticsOf(diagnostics);
  for (const rule of new Set(messages.map(({ rule }) => rule))) run.addRule(ruleOf(rule));
  for (const message of messages) run.addResult(resultOf(message, folder));
  const log = new SarifBuilder();
  log.addRun(run);
  return log.buildSarifJsonString({ indent: true });
}

/** Returns a rule with its usual severity; the level of a result is that of the configuration. */
function ruleOf(id: string): SarifRuleBuilder {
  const text = id.replaceAll("-", " ");
  const rule = new SarifRuleBuilder().initSimple({ ruleId: id, shortDescriptionText: text });
  const { severity } = (rules as Readonly<Record<string, { severity: keyof typeof LEVELS }>>)[
    id
  ] ?? { severity: "error" };
  rule.rule.defaultConfiguration = { level: LEVELS[severity] };
  rule.rule.help = { text: `\`md2sdk explain ${id}\` shows an example.` };
  return rule;
}

function resultOf(message: JsonDiagnostic, folder: string): SarifResultBuilder {
  const { file, line, column, endLine, endColumn, hint, related = [] } = message;
  const text = hint === undefined ? message.message : `${message.message}; ${hint}`;
  const builder = new SarifResultBuilder().initSimple({
    level: LEVELS[message.severity],
    messageText: text,
    ruleId: message.rule,
    fileUri: uriOf(file, folder),
    // A failure of the configuration or the disk is about a file as a whole.
    ...(file === "." ? {} : { startLine: line, startColumn: column, endLine, endColumn }),
  });
  if (related.length > 0) {
    builder.result.relatedLocations = related.map((place, id) => ({
      id,
      message: { text: place.message },
      physicalLocation: {
        artifactLocation: { uri: uriOf(place.file, folder) },
        region: { startLine: place.line, startColumn: place.column },
      },
    }));
  }
  return builder;
}

/** Returns a path as a URI: relative to the repository, else of the disk. */
function uriOf(file: string, folder: string): string {
  if (isAbsolute(file)) return pathToFileURL(file).href;
  const path = posix.join(folder.replaceAll("\\", "/"), file.replaceAll("\\", "/"));
  return path.split("/").map(encodeURIComponent).join("/");
}
