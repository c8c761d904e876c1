/** The module of the messages of the server, and its subpath in the package. */
export const CALLBACKS = "callbacks";
