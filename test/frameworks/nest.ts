/** An application of NestJS that prints the customers of a member, and then the error code of a refusal. */
import "reflect-metadata";
import { Injectable, Module } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { WorkWx, WorkWxError } from "workwx-sdk";
import { FakeWorkWx, refusal } from "workwx-sdk/testing";
import { explanationOf } from "workwx-sdk/error-codes";

@Injectable()
class Customers {
  // The metadata of the decorator names the class.
  constructor(private readonly workwx: WorkWx) {}

  async idsOf(userId: string): Promise<readonly string[]> {
    return (await this.workwx.externalContactList({ userId })).externalUserId;
  }
}

const fake = new FakeWorkWx();

@Module({
  providers: [Customers, { provide: WorkWx, useFactory: () => new WorkWx(fake.options) }],
})
class AppModule {}

async function main(): Promise<void> {
  const app = await NestFactory.createApplicationContext(AppModule, { logger: false });
  const customers = app.get(Customers);
  fake.on("externalContactList", ({ userId }) => ({ externalUserId: [`wm-${userId}`] }));
  const ids = await customers.idsOf("zhang");
  fake.once("externalContactList", () => refusal(84061));
  const error = await customers.idsOf("zhang").catch((reason: unknown) => reason);
  if (!(error instanceof WorkWxError)) throw error;
  const { errcode, errmsg } = error;
  console.log(JSON.stringify({ ids, errcode, isExplained: errmsg === explanationOf(errcode) }));
  await app.close();
}

void main();
