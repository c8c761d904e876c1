/** The two values that every contender decodes: responses of the API, made of the SDK's models. */
import type {
  ExternalContact,
  ExternalContactCorpTagGroup,
  FollowUser,
} from "../../generated/src/index.js";

export type {
  ExternalAttr,
  ExternalAttrMiniprogram,
  ExternalAttrText,
  ExternalAttrWeb,
  ExternalContact,
  ExternalContactCorpTag,
  ExternalContactCorpTagGroup,
  ExternalProfile,
  FollowUser,
  FollowUserTag,
  Init,
  JsonObject,
} from "../../generated/src/index.js";

/** `ContactDetail` of spec/responses.md. */
export interface ContactDetail {
  externalContact?: ExternalContact | undefined;
  followUser: FollowUser[];
}

/** `TagGroupList` of spec/responses.md. */
export interface TagGroupList {
  tagGroup: ExternalContactCorpTagGroup[];
}
