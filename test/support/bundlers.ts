import { build } from "esbuild";
import { rolldown } from "rolldown";
import { ts } from "ts-morph";

/** Bundles code that imports files of a folder; returns the bundle. */
type Bundle = (folder: string, code: string, minify?: boolean) => Promise<string>;

async function withEsbuild(folder: string, code: string, minify = false): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: folder },
    bundle: true,
    write: false,
    format: "esm",
    minify,
    logLevel: "silent",
  });
  return outputFiles[0]?.text ?? "";
}

async function withRolldown(folder: string, code: string, minify = false): Promise<string> {
  const bundle = await rolldown({
    input: "entry",
    cwd: folder,
    plugins: [
      {
        name: "entry",
        resolveId: (id) => (id === "entry" ? `${folder}/entry.js` : undefined),
        load: (id) => (id === `${folder}/entry.js` ? code : undefined),
      },
    ],
  });
  const { output } = await bundle.generate({ format: "esm", minify: minify ? true : "dce-only" });
  await bundle.close();
  return output[0].code;
}

export const bundlers: readonly { readonly name: string; readonly bundle: Bundle }[] = [
  { name: "esbuild", bundle: withEsbuild },
  { name: "rolldown", bundle: withRolldown },
];

/** Counts the statements of a bundle that are calls without arguments. */
export function callsIn(code: string): number {
  const { statements } = ts.createSourceFile("bundle.js", code, ts.ScriptTarget.Latest);
  return statements.filter((statement) => {
    if (!ts.isExpressionStatement(statement)) return false;
    const { expression } = statement;
    return ts.isCallExpression(expression) && expression.arguments.length === 0;
  }).length;
}

/** The comments of a bundle. */
export function commentsIn(code: string): string[] {
  const comments = new Set<string>();
  const visit = (node: ts.Node): void => {
    for (const { pos, end } of ts.getLeadingCommentRanges(code, node.pos) ?? []) {
      comments.add(code.slice(pos, end));
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile("bundle.js", code, ts.ScriptTarget.Latest));
  return [...comments];
}
