import type { ClientSettings } from "../options.js";
import { httpClient } from "./http.js";
import type { ClientProfile } from "./profile.js";
import { wecom } from "./wecom.js";

/** Returns the client that the settings of a package say; nothing for a package without one. */
export function clientOf(
  client: ClientSettings | false | undefined,
  packageName: string | undefined,
): ClientProfile | undefined {
  if (client === false) return undefined;
  return client?.profile === "wecom" ? wecom : httpClient(client ?? {}, packageName);
}
