// Compiles src/ to dist/: the declarations by TypeScript, and one file of JavaScript by esbuild.
//
// A module costs about half a millisecond when a program starts, and a bundler drops of one file what
// is not used just as well. What is imported by a subpath comes from that file, too.
import { execFileSync } from "node:child_process";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { publicDeclarations, publicNames } from "./declarations.js";

const root = new URL("../", import.meta.url);
const dist = new URL("dist/", root);

await rm(dist, { recursive: true, force: true });
// Not by its name alone: another version of TypeScript may have put its `tsc` into the path.
const typescript = dirname(createRequire(import.meta.url).resolve("typescript/package.json"));
execFileSync(process.execPath, [join(typescript, "bin/tsc"), "--emitDeclarationOnly"], {
  cwd: fileURLToPath(root),
  stdio: "inherit",
});

const names = publicNames(await readFile(fileIn(dist, "index.d.ts"), "utf8"));
for (const entry of await readdir(dist, { recursive: true })) {
  const path = entry.replaceAll("\\", "/");
  if (!path.endsWith(".d.ts")) continue;
  const declarations = await readFile(fileIn(dist, path), "utf8");
  await writeFile(fileIn(dist, path), publicDeclarations(declarations, names.get(path)));
}

const { exports } = JSON.parse(await readFile(new URL("package.json", root), "utf8"));
const paths = Object.values(exports).flatMap((entry) => entry.default ?? []);
const shared = new Set(await bundle("./dist/index.js"));
for (const path of paths.filter((path) => path !== "./dist/index.js")) {
  const names = await bundle(path);
  // Modules without importers stay where they are, for instance the error codes.
  const taken = names.filter((name) => shared.has(name));
  if (taken.length === 0) continue;
  const index = `${"../".repeat(path.split("/").length - 3) || "./"}index.js`;
  await writeFile(fileIn(root, path), `export { ${taken.join(", ")} } from "${index}";\n`);
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
