/** Imports a module by its URL: what runs from a code cache cannot, so this is a file of its own. */
const importModule = (url: string): Promise<unknown> => import(url);

export = importModule;
