// Compiles src/ to dist/: the declarations by TypeScript, and one file of JavaScript by esbuild.
//
// A module costs about half a millisecond when a program starts, and a bundler drops of one file what
// is not used just as well. What is imported by a subpath comes from that file, too.
//
// An exported `declare const enum` is an error (TS2748) for every consumer with `isolatedModules`
// or `verbatimModuleSyntax`: the enums of the declarations become ordinary ones, and their objects
// are there.
import { execSync } from "node:child_process";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = new URL("../", import.meta.url);
const dist = new URL("dist/", root);

await rm(dist, { recursive: true, force: true });
execSync("tsc --emitDeclarationOnly", { cwd: fileURLToPath(root), stdio: "inherit" });

for (const name of await readdir(dist)) {
  if (!name.endsWith(".enums.d.ts")) continue;
  const declarations = await readFile(fileIn(dist, name), "utf8");
  const ordinary = declarations.replaceAll(/^export declare const enum /gm, "export declare enum ");
  await writeFile(fileIn(dist, name), ordinary);
}

const { exports } = JSON.parse(await readFile(new URL("package.json", root), "utf8"));
const paths = Object.values(exports).flatMap((entry) => entry.default ?? []);
const shared = new Set(await bundle("./dist/index.js"));
for (const path of paths.filter((path) => path !== "./dist/index.js")) {
  const names = await bundle(path);
  // What no other module has stays where it is, for instance the error codes.
  const taken = names.filter((name) => shared.has(name));
  if (taken.length === 0) continue;
  await writeFile(fileIn(root, path), `export { ${taken.join(", ")} } from "./index.js";\n`);
}

/** Writes a module with all that it imports; returns the names that it exports. */
async function bundle(path) {
  const source = path.replace("./dist/", "src/").replace(/\.js$/, ".ts");
  const { metafile } = await build({
    absWorkingDir: fileURLToPath(root),
    entryPoints: [source],
    outfile: path,
    bundle: true,
    format: "esm",
    target: "es2022",
    // Comments stand in the declarations.
    legalComments: "none",
    metafile: true,
    logLevel: "warning",
  });
  return Object.values(metafile.outputs)[0].exports;
}

/** Names of files may be of any script. */
function fileIn(folder, path) {
  return new URL(path.split("/").map(encodeURIComponent).join("/"), folder);
}
