import {
  ExternalContactCodec,
  ExternalContactCorpTagGroupCodec,
  ExternalContactWayCodec,
  ExternalUserType,
  FollowInfoCodec,
  FollowUserCodec,
} from "../../generated/src/index.js";

/** A request, how it travels, an answer, and what is made of it. */
export interface Sample {
  readonly request?: object;
  readonly wire?: object;
  /** The parameters of the query of a request that has a body. */
  readonly query?: object;
  readonly response?: object;
  readonly value?: object;
}

const transferred = {
  response: { customer: [{ external_userid: "wm1", errcode: 40096 }] },
  value: { customers: [{ externalUserId: "wm1", errCode: 40096 }] },
};

const result = {
  request: { handoverUserId: "zhang", takeoverUserId: "li", cursor: "下一页" },
  wire: { handover_userid: "zhang", takeover_userid: "li", cursor: "下一页" },
  response: {
    customer: [{ external_userid: "wm1", status: 2, takeover_time: 1588262400 }],
    next_cursor: "more",
  },
  value: {
    customers: [{ externalUserId: "wm1", status: 2, takeoverTime: 1588262400n }],
    nextCursor: "more",
  },
};

const tagGroup = {
  response: { group_id: "g", order: 4294967295, tag: [{ id: "t", name: "标签" }] },
  value: ExternalContactCorpTagGroupCodec.create({
    groupId: "g",
    order: 4294967295,
    tag: [{ id: "t", name: "标签" }],
  }),
};

/** One for every call, by its name in TypeScript. */
export const samples: Readonly<Record<string, Sample>> = {
  menuCreate: {
    request: { agentId: 1000002, button: [{ name: "帮助" }] },
    query: { agentid: "1000002" },
    wire: { button: [{ name: "帮助" }] },
  },
  webhookSend: {
    request: { key: "k&e y", msgType: "text", text: { content: "你好" } },
    query: { key: "k&e y" },
    wire: { msgtype: "text", text: { content: "你好" } },
  },
  followUserList: {
    response: { follow_user: ["zhang", "li"] },
    value: { followUser: ["zhang", "li"] },
  },
  externalContactList: {
    request: { userId: "张三&+ ?=#" },
    wire: { userid: "张三&+ ?=#" },
    response: { external_userid: ["wm1", "wm2"] },
    value: { externalUserId: ["wm1", "wm2"] },
  },
  externalContactGet: {
    request: { externalUserId: "wm1" },
    wire: { external_userid: "wm1" },
    response: {
      external_contact: { external_userid: "wm1", type: 1 },
      follow_user: [{ userid: "zhang", remark: "备注" }],
    },
    value: {
      externalContact: ExternalContactCodec.create({
        externalUserId: "wm1",
        type: ExternalUserType.WeChat,
      }),
      followUser: [FollowUserCodec.create({ userId: "zhang", remark: "备注" })],
      nextCursor: "",
    },
  },
  externalContactBatchList: {
    request: { userIds: ["zhang"], limit: 100 },
    wire: { userid_list: ["zhang"], limit: 100 },
    response: {
      external_contact_list: [
        { external_contact: { name: "客户" }, follow_info: { userid: "zhang", tag_id: ["t"] } },
      ],
      next_cursor: "r9FqSqsI8fgNbHLHE5QoCP50UIg2cFQbfma3l2QsmwI",
    },
    value: {
      result: [
        {
          externalContact: ExternalContactCodec.create({ name: "客户" }),
          followInfo: FollowInfoCodec.create({ userId: "zhang", tagId: ["t"] }),
        },
      ],
      nextCursor: "r9FqSqsI8fgNbHLHE5QoCP50UIg2cFQbfma3l2QsmwI",
    },
  },
  externalContactRemark: {
    request: { userId: "zhang", externalUserId: "wm1", remark: "备注", remarkMobiles: ["138"] },
    wire: { userid: "zhang", external_userid: "wm1", remark: "备注", remark_mobiles: ["138"] },
  },
  externalContactListCorpTags: {
    request: { tagId: ["t"], groupId: [] },
    wire: { tag_id: ["t"] },
    response: { tag_group: [tagGroup.response] },
    value: { tagGroup: [tagGroup.value] },
  },
  externalContactAddCorpTag: {
    request: { groupName: "组", order: 0, tag: [{ name: "标签", order: 1 }, { name: "另一个" }] },
    wire: { group_name: "组", order: 0, tag: [{ name: "标签", order: 1 }, { name: "另一个" }] },
    response: { tag_group: tagGroup.response },
    value: { tagGroup: tagGroup.value },
  },
  externalContactEditCorpTag: {
    request: { id: "t", name: "新名", order: 0, agentId: 1000014 },
    // A 0 is an order as well.
    wire: { id: "t", name: "新名", order: 0, agentid: 1000014 },
  },
  externalContactDelCorpTag: {
    request: { tagId: ["t1", "t2"], groupId: ["g"] },
    wire: { tag_id: ["t1", "t2"], group_id: ["g"] },
  },
  externalContactMarkTag: {
    request: { userId: "zhang", externalUserId: "wm1", addTag: ["t1"], removeTag: ["t2"] },
    wire: { userid: "zhang", external_userid: "wm1", add_tag: ["t1"], remove_tag: ["t2"] },
  },
  externalContactListUnassigned: {
    request: { cursor: "c", pageSize: 1000 },
    wire: { cursor: "c", page_size: 1000 },
    response: {
      info: [{ handover_userid: "zhang", external_userid: "wm1", dimission_time: 1550838571 }],
      is_last: true,
    },
    value: {
      info: [{ handoverUserId: "zhang", externalUserId: "wm1", dimissionTime: 1550838571 }],
      isLast: true,
      nextCursor: "",
    },
  },
  externalContactTransferCustomer: {
    request: { handoverUserId: "zhang", takeoverUserId: "li", externalUserId: ["wm1"] },
    wire: { handover_userid: "zhang", takeover_userid: "li", external_userid: ["wm1"] },
    ...transferred,
  },
  externalContactTransferResult: result,
  externalContactResignedTransferCustomer: {
    request: { handoverUserId: "zhang", takeoverUserId: "li", externalUserId: ["wm1"] },
    wire: { handover_userid: "zhang", takeover_userid: "li", external_userid: ["wm1"] },
    ...transferred,
  },
  externalContactResignedTransferResult: result,
  externalContactGroupChatTransfer: {
    request: { chatIds: ["wr1"], newOwner: "li" },
    wire: { chat_id_list: ["wr1"], new_owner: "li" },
    response: { failed_chat_list: [{ chat_id: "wr1", errcode: 90500, errmsg: "the owner" }] },
    value: { failedChats: [{ chatId: "wr1", errCode: 90500, errMsg: "the owner" }] },
  },
  externalContactAddContactWay: {
    request: { type: 1, scene: 2, isTemp: false, user: ["zhang"] },
    wire: { type: 1, scene: 2, is_temp: false, user: ["zhang"] },
    response: {
      config_id: "42b34949e138eb6e027c123cba77fAAA",
      qr_code: "http://p.qpic.cn/wwhead/x",
    },
    value: { configId: "42b34949e138eb6e027c123cba77fAAA", qrCode: "http://p.qpic.cn/wwhead/x" },
  },
  externalContactGetContactWay: {
    request: { configId: "c" },
    wire: { config_id: "c" },
    response: { contact_way: { config_id: "c", qr_code: "q", type: 2, party: [2, 3] } },
    value: {
      contactWay: {
        ...ExternalContactWayCodec.create({ type: 2, party: [2, 3] }),
        configId: "c",
        qrCode: "q",
      },
    },
  },
  externalContactListContactWay: {
    request: { startTime: 1622476800, limit: 1000 },
    wire: { start_time: 1622476800, limit: 1000 },
    response: { contact_way: [{ config_id: "a" }, { config_id: "b" }] },
    value: { contactWay: [{ configId: "a" }, { configId: "b" }], nextCursor: "" },
  },
  externalContactUpdateContactWay: {
    request: { configId: "c", remark: "渠道", skipVerify: true, user: ["zhang"] },
    wire: { config_id: "c", remark: "渠道", skip_verify: true, user: ["zhang"] },
  },
  externalContactDelContactWay: { request: { configId: "c" }, wire: { config_id: "c" } },
  externalContactCloseTempChat: {
    request: { userId: "zhang", externalUserId: "wm1" },
    wire: { userid: "zhang", external_userid: "wm1" },
  },
  mediaUpload: {
    request: { type: "image" },
    wire: { type: "image" },
    response: { type: "image", media_id: "m", created_at: "1380000000" },
    value: { type: "image", mediaId: "m", createdAt: "1380000000" },
  },
  mediaUploadImg: {
    response: { url: "http://p.qpic.cn/pic_wework/0" },
    value: { url: "http://p.qpic.cn/pic_wework/0" },
  },
};
