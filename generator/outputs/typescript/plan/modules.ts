import { hasKnownLetters } from "../../../letters.js";
import { kebabCase, lostCharacters } from "../../../names.js";
import type { Document } from "../../../model/api.js";
import type { ClientProfile } from "../clients/profile.js";
import { code } from "../../../source/code.js";
import type { PlanScope } from "./enums.js";
import { CALLBACKS } from "./callback-module.js";
import { definitionOf } from "./places.js";

/** The modules and subpaths of every package. */
const RESERVED = ["index", "package", "runtime"];

/** The names of devices, which Windows keeps for itself in every folder and with every suffix. */
const DEVICE = /^(?:con|prn|aux|nul|(?:com|lpt)[0-9\u00b9\u00b2\u00b3])$/i;

/** The parts of a package beside the modules of documents. */
interface PackageParts {
  readonly client: ClientProfile | undefined;
  readonly hasCallbacks: boolean;
}

/** Returns the module name of each document; documents that would share one are reported. */
export function nameModules(
  documents: readonly Document[],
  parts: PackageParts,
  { settings, index, report }: PlanScope,
): ReadonlyMap<Document, string> {
  const names = new Map<Document, string>();
  const owners = new Map<string, Document>();
  const reserved = reservedBy(parts);
  const startOf = ({ file }: Document) => definitionOf(`document ${file}`, index);
  for (const document of documents) {
    const stem = document.path.replace(/\.[^./]+$/, "");
    const renamed = settings.moduleName(stem);
    const module = renamed ?? stem.split("/").map(kebabCase).join("/");
    // Some file systems take letters of either case for the same.
    const key = module.toUpperCase();
    const owner = owners.get(key);
    const hint = `name the module in \`rename.modules\` under ${code(stem)}`;
    const isReserved = isReservedName(module, reserved);
    if (isReserved || !isUsable(module)) {
      report("invalid-document-name", startOf(document), { module, isReserved }, { hint });
    } else if (owner !== undefined) {
      const related = [{ range: startOf(owner), message: "the first document is here" }];
      report("duplicate-document", startOf(document), { module }, { hint, related });
    } else if (renamed === undefined && lostCharacters(stem).length > 0) {
      const lost = lostCharacters(stem);
      report("shortened-document-name", startOf(document), { module, lost }, { hint });
    }
    owners.set(key, owner ?? document);
    names.set(document, module);
  }
  return names;
}

/** The modules and folders that a package has beside those of its documents. */
interface Reserved {
  readonly modules: ReadonlySet<string>;
  readonly folders: ReadonlySet<string>;
}

function reservedBy({ client, hasCallbacks }: PackageParts): Reserved {
  const subpaths = Object.keys(client?.subpaths ?? {}).map((subpath) => subpath.replace("./", ""));
  const own = client?.construction?.own;
  const ofClient =
    client === undefined
      ? []
      : [
          "client",
          "testing",
          client.module,
          ...subpaths,
          ...(own === undefined ? [] : [own.slice(2, -3)]),
        ];
  const ofCallbacks = hasCallbacks ? [CALLBACKS] : [];
  return {
    modules: new Set([...RESERVED, ...ofClient, ...ofCallbacks]),
    folders: new Set([
      "runtime",
      ...(client === undefined ? [] : ["client", "testing"]),
      ...ofCallbacks,
    ]),
  };
}

function isReservedName(module: string, { modules, folders }: Reserved): boolean {
  const [folder = "", ...others] = module.split("/");
  return others.length === 0 ? modules.has(folder) : folders.has(folder);
}

/** Whether every file system can store a module of that name, and every compiler knows its letters. */
function isUsable(module: string): boolean {
  return (
    hasKnownLetters(module) && module.split("/").every((part) => part !== "" && !DEVICE.test(part))
  );
}
