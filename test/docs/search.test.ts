import { expect, test } from "vitest";
import { createSearch, type SearchData } from "../../templates/site/search.js";
import { wecomSite } from "../support/wecom-site.js";

const script = wecomSite.get("search.js") ?? "";
const data = JSON.parse(script.slice(script.indexOf("{"), script.lastIndexOf(";"))) as SearchData;
const search = createSearch(data);

// The words of people, and what they look for; it is among the first five results.
test.each([
  ["ExternalContact", "ExternalContact"],
  ["externalcontact", "ExternalContact"],
  ["contact external", "ExternalContact"],
  ["ExternlContact", "ExternalContact"], // a typing error
  ["externalContcatGet", "externalContactGet"], // two letters in the wrong order
  ["/cgi-bin/externalcontact/get", "externalContactGet"],
  ["batch/get_by_user", "externalContactBatchList"],
  ["external_userid", "ExternalContact.externalUserId"],
  ["corp_name", "ExternalContact.corpName"],
  ["FollowUserTag", "FollowUserTag"],
  ["AddWay", "FollowUserAddWay"],
  ["外部联系人", "ExternalContact"],
  ["外部聯繫人", "ExternalContact"], // traditional characters
  ["联系人 外部", "ExternalContact"], // words in another order
  ["企业客户标签", "ExternalContactCorpTag"],
  ["企業客戶標籤", "ExternalContactCorpTag"],
  ["客户标签", "ExternalContactCorpTag"], // from the middle of a text
  ["获取客户祥情", "externalContactGet"], // a wrong character
  ["上传临时素材", "mediaUpload"],
  ["性别", "UserGender"],
  ["被动回复", "TxReplyCommon"],
  ["获取access_token", "getAccessToken"],
  ["template card", "TxTemplateCard"],
])("finds for %s: %s", (query, name) => {
  const names = search(query).map((entry) => entry.name);
  expect(names.slice(0, 5)).toContain(name);
});

test("finds nothing for an empty text, and for what is not there", () => {
  expect(search("  ")).toEqual([]);
  expect(search("qqqzzz")).toEqual([]);
});

test("leads to the row of a field", () => {
  const field = search("external_userid").find(({ kind }) => kind === "field");
  expect(field?.url).toMatch(/\.html#\w+\.externalUserId$/);
});
