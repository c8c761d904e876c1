import { appendFile, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  emptyProjectForEachTest,
  filesIn,
  md2sdk,
  model,
  project,
  write,
} from "../support/places.js";

emptyProjectForEachTest();

const config = {
  packages: [
    {
      outputs: [
        { target: "typescript", package: { name: "pets", version: "1.2.3" } },
        { target: "openapi", out: "openapi.yaml" },
        { target: "openapi", out: "api.json", enums: "open" },
        { target: "json-schema", id: "https://example.com/schemas/" },
        { target: "json-schema", out: "bundle.json" },
      ],
    },
  ],
};

async function writeProject(): Promise<void> {
  await write({
    "spec/pet.md": model("Pet"),
    "md2sdk.config.json": JSON.stringify(config),
  });
}

async function read(path: string): Promise<string> {
  return readFile(join(project, path), "utf8");
}

/** The names of the files beside the documents. */
async function names(): Promise<string[]> {
  return Object.keys(await filesIn("")).filter((name) => !name.startsWith("generated/"));
}

describe("descriptions and schemas", () => {
  test("are files, each with a manifest, or folders", async () => {
    await writeProject();
    const { status, stderr } = await md2sdk("generate");
    expect([status, stderr]).toEqual([0, ""]);
    expect((await names()).toSorted()).toEqual([
      "api.json",
      "api.json.md2sdk.manifest.json",
      "bundle.json",
      "bundle.json.md2sdk.manifest.json",
      "md2sdk.config.json",
      "openapi.yaml",
      "openapi.yaml.md2sdk.manifest.json",
      "schemas/Pet.schema.json",
      "schemas/md2sdk.manifest.json",
      "spec/pet.md",
    ]);
    expect(await read("openapi.yaml")).toContain("title: pets\n  version: 1.2.3\n");
    expect(JSON.parse(await read("schemas/Pet.schema.json"))).toMatchObject({
      $id: "https://example.com/schemas/Pet.schema.json",
    });
    const again = await md2sdk("generate");
    expect([again.status, again.stdout]).toEqual([0, expect.stringContaining("nothing changed")]);
  });

  test("are stale, are brought up to date, and lose what is no more", async () => {
    await writeProject();
    await md2sdk("generate");
    await rm(join(project, "spec/pet.md"));
    await write({ "spec/owner.md": model("Owner") });
    const stale = await md2sdk("generate", "--check");
    expect(stale.status).toBe(3);
    for (const place of ["openapi.yaml is stale", "api.json is stale", "schemas is stale"]) {
      expect(stale.stdout).toContain(place);
    }
    expect((await md2sdk("generate")).status).toBe(0);
    expect(await read("openapi.yaml")).toContain("Owner");
    expect(await names()).not.toContain("schemas/Pet.schema.json");
    await appendFile(join(project, "openapi.yaml"), "x: 1\n");
    const changed = await md2sdk("generate", "--check", "--target", "openapi");
    expect([changed.status, changed.stdout]).toEqual([
      3,
      expect.stringContaining("  changed openapi.yaml"),
    ]);
  });

  test("are all left as they are if one of them cannot be written", async () => {
    await writeProject();
    await writeFile(join(project, "bundle.json"), "mine");
    const { status, stderr } = await md2sdk("generate");
    expect([status, stderr]).toEqual([2, expect.stringContaining("Unexpected file bundle.json")]);
    expect(await names()).toEqual(
      expect.not.arrayContaining(["openapi.yaml", "openapi.yaml.md2sdk.manifest.json"]),
    );
    expect(await read("bundle.json")).toBe("mine");
  });

  test("take no place of a package", async () => {
    await writeProject();
    await md2sdk("generate");
    const options = ["--target", "json-schema", "--out", "generated"];
    await write({ "md2sdk.config.json": "{}" });
    const { status, stderr } = await md2sdk("generate", ...options);
    expect([status, stderr]).toEqual([2, expect.stringContaining("Unexpected output of `md2sdk`")]);
  });

  test("need no configuration", async () => {
    await write({ "spec/pet.md": model("Pet") });
    expect((await md2sdk("generate", "--target", "openapi")).status).toBe(0);
    expect((await md2sdk("generate", "--target", "json-schema", "--out", "all.json")).status).toBe(
      0,
    );
    expect(await names()).toEqual(expect.arrayContaining(["openapi.yaml", "all.json"]));
    expect(JSON.parse(await read("all.json"))).toMatchObject({ $defs: { Pet: { title: "Pet" } } });
  });

  test("refuse a part of the specification that would lose the rest", async () => {
    await write({ "spec/pet.md": model("Pet"), "spec/owner.md": model("Owner") });
    await md2sdk("generate", "--target", "openapi");
    const { status, stderr } = await md2sdk("generate", "--target", "openapi", "spec/pet.md");
    expect(status).toBe(2);
    expect(stderr).toContain("the output in openapi.yaml is also made of `owner.md`");
  });

  test.each([
    [{ target: "openapi", enums: "all" }, "enums"],
    [{ target: "openapi", servers: ["example.com"] }, "servers"],
    [{ target: "openapi", security: { type: "oauth2" } }, "security"],
    [{ target: "openapi", sourceLinks: "https://example.com/spec" }, "sourceLinks"],
    [{ target: "openapi", id: "https://example.com" }, "id"],
    [{ target: "json-schema", id: "schemas/" }, "id"],
    [{ target: "json-schema", nulls: true }, "nulls"],
  ])("have options that are checked: %j", async (output, setting) => {
    await write({
      "spec/pet.md": model("Pet"),
      "md2sdk.config.json": JSON.stringify({ packages: [{ outputs: [output] }] }),
    });
    const { status, stderr } = await md2sdk("generate");
    expect([status, stderr]).toEqual([2, expect.stringContaining(`outputs.0.${setting}`)]);
  });

  test("know the types that the package beside them takes from elsewhere", async () => {
    const outputs = [
      { target: "typescript", externals: { Media: { type: "Media", from: "./media.js" } } },
      { target: "openapi" },
    ];
    await write({
      "spec/pet.md": model("Pet", "Media"),
      "md2sdk.config.json": JSON.stringify({ packages: [{ outputs }] }),
    });
    const { status } = await md2sdk("generate", "--target", "openapi");
    expect([status, await read("openapi.yaml")]).toEqual([
      0,
      expect.stringContaining("title: Media"),
    ]);
  });
});
