import { mkdir, readdir, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { edit, md2sdk, project, snapshotOf, useProject } from "../support/project.js";

useProject();

describe("docs", () => {
  test("writes a site, and leaves it alone while nothing changes", async () => {
    const { status, stdout } = await md2sdk("docs");
    expect(status).toBe(0);
    expect(stdout).toContain("open docs/index.html");
    const before = await snapshotOf("docs");
    expect([...before.keys()].map((path) => basename(path))).toEqual(
      expect.arrayContaining(["index.html", "external-contact.html", "site.css", "site.js"]),
    );
    expect((await md2sdk("docs")).stdout).toContain("nothing changed");
    expect(await snapshotOf("docs")).toEqual(before);
  });

  test("does not take the place of a package, nor a package that of a site", async () => {
    const before = await snapshotOf("generated");
    const site = await md2sdk("docs", "--out", "generated");
    expect(site.status).toBe(2);
    expect(site.stderr).toContain("Unexpected output of `md2sdk` in generated");
    expect(await snapshotOf("generated")).toEqual(before);
    await md2sdk("docs");
    const sdk = await md2sdk("generate", "--out", "docs");
    expect(sdk.status).toBe(2);
    expect(sdk.stderr).toContain("Unexpected output of `md2sdk docs` in docs");
    expect((await md2sdk("docs")).stdout).toContain("nothing changed");
  });

  test("writes nothing where the spec has an error, or where another file is in the way", async () => {
    await mkdir(join(project, "site"));
    await writeFile(join(project, "site/index.html"), "mine");
    const inTheWay = await md2sdk("docs", "--out", "site");
    expect(inTheWay.status).toBe(2);
    expect(inTheWay.stderr).toContain("Unexpected file site/index.html");
    expect(await readdir(join(project, "site"))).toEqual(["index.html"]);
    await edit("spec/user.md", "UserGenderMale UserGender = 1", "UserGenderMale UserGendr = 1");
    const failed = await md2sdk("docs");
    expect(failed.status).toBe(1);
    expect(failed.stderr).toContain("unresolved-type");
    expect(await readdir(project)).not.toContain("docs");
  });
});
