import { readFile } from "node:fs/promises";
import { AppMessageType, MediaType, type WorkWx } from "workwx-sdk";

/** The people and the things of one run. */
export interface Task {
  /** The member of the corporation, and the name of the customer to find. */
  readonly userId: string;
  readonly customer: string;
  readonly tagId: string;
  /** The application that sends the message, and the file of a picture. */
  readonly agentId: number;
  readonly picture: string;
  /** The account of customer service, and the cursor of the last run. */
  readonly openKfId: string;
  readonly cursor: string | undefined;
}

/** Tags a customer, sends the member a picture, and reads what customers wrote; returns the cursor for the next run. */
export async function run(workwx: WorkWx, task: Task): Promise<string | undefined> {
  const { userId, tagId, agentId, picture, openKfId } = task;
  const externalUserId = await findCustomer(workwx, task);
  if (externalUserId === undefined) throw new Error(`${userId} has no customer ${task.customer}`);
  await workwx.externalContactMarkTag({ userId, externalUserId, addTag: [tagId] });

  const data = await readFile(picture);
  const { mediaId } = await workwx.mediaUpload(
    { type: MediaType.Image },
    { name: "picture.png", data, type: "image/png" },
  );
  const { invalidUser } = await workwx.messageSend({
    toUser: userId,
    agentId,
    msgType: AppMessageType.Image,
    image: { mediaId },
  });
  if (invalidUser !== "") console.error(`not reached: ${invalidUser}`);

  const messages = workwx.kfSyncMsgItems({ openKfId, cursor: task.cursor });
  for await (const { externalUserId: from, text } of messages) {
    if (text !== undefined) console.log(`${from}: ${text.content}`);
  }
  return messages.cursor;
}

async function findCustomer(workwx: WorkWx, { userId, customer }: Task) {
  const customers = workwx.externalContactBatchListItems({ userIds: [userId] });
  for await (const { externalContact } of customers) {
    if (externalContact?.name === customer) return externalContact.externalUserId;
  }
  return undefined;
}
