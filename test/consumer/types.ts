/**
 * The public types as a consumer meets them. The file is only compiled: a line that should be
 * refused says so with `@ts-expect-error`, which is an error itself where the line is accepted.
 */
import {
  decodeFollowUser,
  DecodeError,
  encodeFollowUser,
  ExternalContactCodec,
  ExternalUserType,
  ExternalUserTypeCodec,
  FollowUserCodec,
  type Codec,
  type ExternalAttr,
  type ExternalContact,
  type FollowInfo,
  type FollowUser,
  type FollowUserInfo,
  type Init,
  type Issue,
  type JsonObject,
  type ReqListContactWayExternalContact,
} from "workwx-sdk";
import { ExternalContactUnassignedCodec } from "workwx-sdk/unassigned";
import { UserGender } from "workwx-sdk/user";

type Equal<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

function assertType<_Assertion extends true>(): void {}

// Scalars are required, models optional, lists mutable, enums themselves.
assertType<Equal<ExternalContact["externalUserId"], string>>();
assertType<Equal<ExternalContact["type"], ExternalUserType>>();
assertType<Equal<ExternalContact["gender"], UserGender>>();
assertType<Equal<FollowUserInfo["remarkMobiles"], string[]>>();
assertType<Equal<ReqListContactWayExternalContact["limit"], number | undefined>>();
assertType<Equal<Pick<ExternalAttr, "text">, { text?: ExternalAttr["text"] }>>();
export const withoutText: Pick<ExternalAttr, "text"> = {};
export const withUndefined: Pick<ExternalAttr, "text"> = { text: undefined };

// Embedding is inheritance.
declare const followUser: FollowUser;
declare const followInfo: FollowInfo;
export const infos: FollowUserInfo[] = [followUser, followInfo];
assertType<Equal<FollowInfo["tagId"], string[]>>();
// @ts-expect-error the list of a client's own tags is not the list of tag ids
export const tagIds: string[] = followUser.tags;

// Codecs.
assertType<Equal<ReturnType<typeof decodeFollowUser>, FollowUser>>();
assertType<Equal<ReturnType<typeof encodeFollowUser>, JsonObject>>();
assertType<Equal<Parameters<typeof encodeFollowUser>, [value: Init<FollowUser>]>>();
assertType<Equal<ReturnType<typeof ExternalUserTypeCodec.encode>, number>>();
export const codec: Codec<FollowUser> = FollowUserCodec;
const result = FollowUserCodec.safeDecode({});
if (result.ok) assertType<Equal<typeof result.value, FollowUser>>();
else assertType<Equal<typeof result.issues, readonly Issue[]>>();
// @ts-expect-error the value is there only when decoding went well
export const value = FollowUserCodec.safeDecode({}).value;

// Init: every property may be missing, deep down, and lists may be read-only.
export const frozen: Init<FollowUser> = { tags: [{ tagName: "重要" }] as const };
encodeFollowUser({ remarkMobiles: undefined });
// @ts-expect-error a property that the model lacks
encodeFollowUser({ remak: "" });
// @ts-expect-error a number where text belongs
encodeFollowUser({ tags: [{ tagName: 1 }] });
// @ts-expect-error a decoded value has every required property
export const incomplete: FollowUser = { tags: [] };

export const created: ExternalContact = ExternalContactCodec.create({ gender: UserGender.Female });
export const unassigned: number = ExternalContactUnassignedCodec.create().dimissionTime;
export const weChat: 1 = ExternalUserType.WeChat;
export const issues = (error: DecodeError): readonly Issue[] => error.issues;
