import type { ConfiguredOutput } from "../outputs/output.js";
import type { DocumentDraft } from "../parse/draft.js";
import { collectDiagnostics, type Diagnostic } from "../source/diagnostic.js";
import type { ChooseDialect } from "./dialects.js";

/**
 * Reports the first call of a dialect that leaves members of answers to the client, if the client of an
 * output does not read them: the call would succeed where the API answers with an error.
 */
export function checkEnvelopes(
  drafts: readonly DocumentDraft[],
  outputs: readonly ConfiguredOutput[],
  choose: ChooseDialect,
): readonly Diagnostic[] {
  const { report, diagnostics } = collectDiagnostics();
  if (!outputs.some(({ readsEnvelope }) => readsEnvelope === false)) return diagnostics;
  for (const { source, calls } of drafts) {
    const [call] = calls;
    const { name, calls: conventions } = choose(source, () => {});
    if (call === undefined || conventions.envelope.length === 0) continue;
    const members = { members: conventions.envelope, dialect: name };
    const hint = HINTS[name];
    report("unread-envelope", call.name.range, members, { hint });
    break;
  }
  return diagnostics;
}

/** The setting that makes the client of an API, by the dialect of its documentation. */
const HINTS: Readonly<Record<string, string>> = {
  wecom: 'add `client: { profile: "wecom" }` to the configuration',
};
