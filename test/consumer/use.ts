/** Uses the installed package; prints what it found as JSON. */
import { DecodeError, ExternalContactCodec, ExternalUserType, FollowUserCodec } from "workwx-sdk";
import * as externalContact from "workwx-sdk/external-contact";
import { UserGender } from "workwx-sdk/user";

const contact = ExternalContactCodec.parse(
  '{"external_userid":"wm1","name":"张三","type":1,"gender":2,"external_profile":{"external_attr":[{"type":0,"name":"地址","text":{"value":"深圳"}}]}}',
);
const failure = FollowUserCodec.safeDecode({ tags: [{}, { type: "1" }] });

let message = "";
try {
  externalContact.decodeFollowUser({ tags: 1 });
} catch (error) {
  if (error instanceof DecodeError) message = error.message;
}

console.log(
  JSON.stringify({
    contact,
    text: ExternalContactCodec.stringify(contact),
    isWeChat: contact.type === ExternalUserType.WeChat,
    isFemale: contact.gender === UserGender.Female,
    failure,
    message,
  }),
);
