import { WorkWx, WorkWxError, type ClientOptions } from "workwx-sdk";
import { Callbacks, type CallbacksOptions } from "workwx-sdk/callbacks";

interface Settings {
  readonly client: ClientOptions;
  readonly callbacks: CallbacksOptions<unknown>;
}

/** Returns a function that answers requests: it lists the customers of members, and receives the messages of WeCom. */
export function createApp({ client, callbacks: options }: Settings) {
  const workwx = new WorkWx(client);
  const { token, encodingAesKey, receiveId } = options;
  const callbacks = new Callbacks({ token, encodingAesKey, receiveId });

  /** Lists the names of all customers of a member, page by page. */
  async function customersOf(userId: string): Promise<string[]> {
    const names: string[] = [];
    const pages = workwx.externalContactBatchListPages({ userIds: [userId], limit: 100 });
    for await (const { result } of pages) {
      for (const { externalContact } of result) {
        if (externalContact !== undefined) names.push(externalContact.name);
      }
    }
    return names;
  }

  async function receive(request: Request): Promise<Response> {
    return callbacks.handle(request, (message) => {
      switch (message.kind) {
        case "text":
          return { msgType: "text", content: `收到 ${message.content}` };
        default:
          return undefined; // confirms the message
      }
    });
  }

  return async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url);
    if (pathname === "/callback") return receive(request);
    const [, userId] = /^\/customers\/([^/]+)$/.exec(pathname) ?? [];
    if (userId === undefined) return new Response(null, { status: 404 });
    try {
      return Response.json(await customersOf(decodeURIComponent(userId)));
    } catch (error) {
      if (!(error instanceof WorkWxError)) throw error;
      return Response.json({ errcode: error.errcode }, { status: 502 });
    }
  };
}
