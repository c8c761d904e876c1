import type { ByteStream } from "../runtime/web.js";
import { partsOf } from "./body.js";
import { TransportError } from "./errors.js";
import { fileNameIn } from "./file-name.js";
import type { OpenAnswer, Receiver } from "./receiver.js";
import { limited } from "./signal.js";
import { failureOf } from "./transport.js";

/** A file that the server answers. */
export interface DownloadedFile {
  /** The content; read it to its end, or cancel it. It fails with a `TransportError` if the connection breaks off. */
  readonly stream: ByteStream;
  /** The media type; `application/octet-stream` if the server does not say it. */
  readonly type: string;
  /** The name without folders, if the server says it. */
  readonly name: string | undefined;
  /** The number of bytes, if the server says it. */
  readonly size: number | undefined;
  /** Reads the content to its end. */
  readonly bytes: () => Promise<Uint8Array>;
}

/** Receives a file while its content arrives. */
export const file: Receiver<DownloadedFile> = {
  // A server that tells errors in JSON or in text gives files a name.
  isFile: ({ ok, headers }) =>
    ok &&
    (headers.get("content-disposition") !== null ||
      !/json|^text\/(?:plain|html)|^$/i.test(headers.get("content-type") ?? "")),
  take: (answer) => {
    const { headers } = answer.response;
    const stream = streamOf(answer);
    const length = headers.get("content-encoding") === null ? headers.get("content-length") : null;
    return {
      stream: stream as ByteStream,
      type: headers.get("content-type") ?? "application/octet-stream",
      name: fileNameIn(headers.get("content-disposition") ?? ""),
      size: length === null ? undefined : Number(length),
      bytes: async () => new Uint8Array(await new Response(stream).arrayBuffer()),
    };
  },
};

/** Returns the body of an answer, whose parts must arrive in time, until the signal of the caller aborts. */
function streamOf(answer: OpenAnswer): ReadableStream<Uint8Array> {
  const { body, call, secrets, timeout, close } = answer;
  const user = answer.user as AbortSignal | undefined;
  const { next } = partsOf(body ?? new Blob([]).stream());
  const late = new TransportError(call, "timeout", "no more of the answer in time");
  let abort: () => void;
  const end = () => user?.removeEventListener("abort", abort);
  const cancel = () => {
    end();
    close();
  };
  return new ReadableStream<Uint8Array>(
    {
      start: (controller) => {
        abort = () => {
          controller.error(user?.reason);
          cancel();
        };
        user?.addEventListener("abort", abort);
      },
      pull: async (controller) => {
        try {
          const { done, value } = await limited(next, timeout, late, user);
          if (done !== true) return controller.enqueue(value);
          end();
          controller.close();
        } catch (cause) {
          cancel();
          user?.throwIfAborted();
          throw cause === late ? late : failureOf(call, cause, secrets);
        }
      },
      cancel,
    },
    { highWaterMark: 0 },
  );
}
