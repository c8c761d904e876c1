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

/** The end of the path of another module in declarations. */
const SPECIFIER = /((?:from |import\()"\.[^"]*)\.js("[;)])/g;

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
  const published = publicDeclarations(declarations, names.get(path));
  await writeFile(fileIn(dist, path), published);
  // CommonJS has modules and declarations of its own.
  await writeFile(
    fileIn(dist, path.replace(/\.ts$/, ".cts")),
    published.replaceAll(SPECIFIER, "$1.cjs$2"),
  );
}

const { exports } = JSON.parse(await readFile(new URL("package.json", root), "utf8"));
const paths = Object.values(exports).flatMap((entry) => entry.import?.default ?? []);
const shared = new Set(await bundle("./dist/index.js"));
for (const path of paths.filter((path) => path !== "./dist/index.js")) {
  const names = await bundle(path);
  // Modules without importers stay where they are, for instance the error codes.
  const taken = names.filter((name) => shared.has(name));
  if (taken.length === 0) continue;
  const index = `${"../".repeat(path.split("/").length - 3) || "./"}index.js`;
  await writeFile(fileIn(root, path), `export { ${taken.join(", ")} } from "${index}";\n`);
  const lines = taken.map((name) => `exports.${name} = index.${name};\n`);
  await writeFile(
    fileIn(root, commonJs(path)),
    `"use strict";\nconst index = require("${commonJs(index)}");\n${lines.join("")}`,
  );
}

/** Writes a module with all that it imports, for both module systems; returns the names that it exports. */
async function bundle(path) {
  const source = path.replace("./dist/", "src/").replace(/\.js$/, ".ts");
  const options = {
    absWorkingDir: fileURLToPath(root),
    entryPoints: [source],
    bundle: true,
    target: "es2022",
    // Comments stand in the declarations.
    legalComments: "none",
    logLevel: "warning",
  };
  const [{ metafile }] = await Promise.all([
    build({ ...options, ...withIndex("index.js"), outfile: path, format: "esm", metafile: true }),
    build({
      ...options,
      ...withIndex("index.cjs"),
      outfile: commonJs(path),
      format: "cjs",
      platform: "node",
    }),
  ]);
  return Object.values(metafile.outputs)[0].exports;
}

function commonJs(path) {
  return path.replace(/\.js$/, ".cjs");
}

/** Imports the package as a whole where a module of it does so, and not a copy. */
function withIndex(index) {
  const setup = ({ onResolve }) =>
    onResolve({ filter: /^\.\/index\.js$/ }, ({ resolveDir }) =>
      resolveDir === fileURLToPath(new URL("src", root))
        ? { path: `./${index}`, external: true }
        : undefined,
    );
  return { plugins: [{ name: "whole-package", setup }] };
}

/** Names of files may be of any script. */
function fileIn(folder, path) {
  return new URL(path.split("/").map(encodeURIComponent).join("/"), folder);
}
