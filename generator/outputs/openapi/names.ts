import type { Api } from "../../model/api.js";

/** The keys of the schemas of a description. */
export interface ComponentNames {
  readonly json: ReadonlyMap<string, string>;
  /** The keys of the schemas of elements of XML: models with both codecs have two schemas. */
  readonly xml: ReadonlyMap<string, string>;
}

/** Names the schemas of an API after its types, in letters that OpenAPI takes. */
export function componentNames({ documents }: Api): ComponentNames {
  const taken = new Set<string>();
  const take = (wanted: string): string => {
    const ascii = asciiName(wanted);
    let name = ascii;
    for (let count = 2; taken.has(name); count++) name = `${ascii}_${count}`;
    taken.add(name);
    return name;
  };
  const declarations = documents.flatMap((document) => document.declarations);
  const models = declarations.filter((declaration) => declaration.kind === "model");
  const onlyXml = new Set(
    models
      .filter(({ json, xml }) => json === undefined && xml !== undefined)
      .map(({ name }) => name),
  );
  const types = declarations.filter(({ kind }) => kind !== "constant");
  const own = types.map(({ name }) => [name, take(name)] as const);
  const inXml = models.filter(({ xml }) => xml !== undefined);
  return {
    json: new Map(own.filter(([name]) => !onlyXml.has(name))),
    xml: new Map([
      ...own.filter(([name]) => onlyXml.has(name)),
      ...inXml
        .filter(({ name }) => !onlyXml.has(name))
        .map(({ name }) => [name, take(`${name}Xml`)] as const),
    ]),
  };
}

/** Returns a name in the characters of component keys: others become their numbers. */
function asciiName(name: string): string {
  return name.replaceAll(/[^\w.-]/gu, (character) => {
    return `_u${character.codePointAt(0)?.toString(16)}_`;
  });
}
