/** Imports a module by its URL: what runs from a code cache cannot, so this is built as a file of its own. */
export async function importModule(url: string): Promise<unknown> {
  return import(url);
}
