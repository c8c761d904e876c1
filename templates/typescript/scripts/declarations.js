// Makes the declarations that TypeScript writes into those of the package. Only lines that begin with
// a keyword count: within a comment none does, so that no documentation is taken for a declaration.

/**
 * Returns the names that the package exports, by the file that declares them.
 *
 * @param {string} index the declarations of the index: names alone, without documentation
 */
export function publicNames(index) {
  const exports = index.matchAll(/^export \{([^}]*)\} from "\.\/(.*)\.js";$/gm);
  return new Map(
    Array.from(exports, ([, list, module]) => {
      const names = list.split(",").map((name) => name.trim().replace(/^type /, ""));
      return [`${module}.d.ts`, new Set(names)];
    }),
  );
}

/**
 * Returns the declarations of one file as they are published.
 *
 * @param {string} declarations
 * @param {ReadonlySet<string>} [names] the names to keep among the functions; all by default
 */
export function publicDeclarations(declarations, names) {
  const lines = declarations.split("\n").map(ordinaryEnum);
  return names === undefined ? lines.join("\n") : withoutInternals(lines, names).join("\n");
}

/**
 * Makes a const enum an ordinary one, whose object exists at run time: an exported
 * `declare const enum` is an error (TS2748) for every consumer with `isolatedModules`.
 */
function ordinaryEnum(line) {
  return line.replace(/^export declare const enum /, "export declare enum ");
}

/** Drops the functions that modules share among themselves, and the imports of these alone. */
function withoutInternals(lines, names) {
  const isInternal = (line = "") => {
    const [, name] = /^export declare function ([^(<]+)/.exec(line) ?? [];
    return name !== undefined && !names.has(name);
  };
  const kept = lines.filter((line, index) => {
    return !isInternal(line) && !(line === "/** @internal */" && isInternal(lines[index + 1]));
  });
  const text = kept.filter((line) => !line.startsWith("import ")).join("\n");
  return kept.filter((line) => {
    const [, namespace] = /^import \* as (\S+) from /.exec(line) ?? [];
    return namespace === undefined || text.includes(`${namespace}.`);
  });
}
