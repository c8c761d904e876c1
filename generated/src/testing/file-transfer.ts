import type { FakeFile, ReceivedFile } from "./file.js";

/** The parts of a blob; some platforms have no name for this type. */
type BlobParts = NonNullable<ConstructorParameters<typeof Blob>[0]>;

/** Returns the answer to a download. */
export function responseOfFile({
  data,
  name,
  type = "application/octet-stream",
}: FakeFile): Response {
  const headers: Record<string, string> = { "content-type": type };
  if (name !== undefined) {
    const encoded = encodeURIComponent(name).replaceAll("'", "%27");
    headers["content-disposition"] = `attachment; filename*=UTF-8''${encoded}`;
  }
  return new Response(new Blob([data as BlobParts[number]]), { headers });
}

/** Returns the file of an upload: the first one in the form. */
export async function fileIn(request: Request): Promise<ReceivedFile | undefined> {
  const form = await request.formData();
  let file: ReceivedFile | undefined;
  const read: Promise<void>[] = [];
  form.forEach((value) => {
    if (typeof value === "string" || read.length > 0) return;
    const { name, type } = value;
    read.push(
      value.arrayBuffer().then((buffer) => {
        file = { name, type, data: new Uint8Array(buffer) };
      }),
    );
  });
  await Promise.all(read);
  return file;
}
