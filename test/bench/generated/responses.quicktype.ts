// @ts-nocheck
// To parse this data:
//
//   import { Convert, ContactDetail, ExternalContact, ExternalProfile, ExternalAttr, ExternalAttrText, ExternalAttrWeb, ExternalAttrMiniprogram, FollowUser, FollowUserTag, TagGroupList, TagGroup, Tag } from "./responses.quicktype";
//
//   const contactDetail = Convert.toContactDetail(json);
//   const externalContact = Convert.toExternalContact(json);
//   const externalProfile = Convert.toExternalProfile(json);
//   const externalAttr = Convert.toExternalAttr(json);
//   const externalAttrText = Convert.toExternalAttrText(json);
//   const externalAttrWeb = Convert.toExternalAttrWeb(json);
//   const externalAttrMiniprogram = Convert.toExternalAttrMiniprogram(json);
//   const followUser = Convert.toFollowUser(json);
//   const followUserTag = Convert.toFollowUserTag(json);
//   const tagGroupList = Convert.toTagGroupList(json);
//   const tagGroup = Convert.toTagGroup(json);
//   const tag = Convert.toTag(json);
//
// These functions will throw an error if the JSON doesn't
// match the expected interface, even if the JSON is valid.

export interface ContactDetail {
    externalContact: ExternalContact;
    followUser:      FollowUser[];
    [property: string]: unknown;
}

export interface ExternalContact {
    avatar:          string;
    corpName:        string;
    externalProfile: ExternalProfile;
    externalUserid:  string;
    gender:          number;
    name:            string;
    position:        string;
    type:            number;
    unionid:         string;
    [property: string]: unknown;
}

export interface ExternalProfile {
    externalAttr:     ExternalAttr[];
    externalCorpName: string;
    [property: string]: unknown;
}

export interface ExternalAttr {
    miniprogram?: ExternalAttrMiniprogram;
    name:         string;
    text?:        ExternalAttrText;
    type:         number;
    web?:         ExternalAttrWeb;
    [property: string]: unknown;
}

export interface ExternalAttrMiniprogram {
    appid:    string;
    pagepath: string;
    title:    string;
    [property: string]: unknown;
}

export interface ExternalAttrText {
    value: string;
    [property: string]: unknown;
}

export interface ExternalAttrWeb {
    title: string;
    url:   string;
    [property: string]: unknown;
}

export interface FollowUser {
    addWay:         number;
    createtime:     number;
    description:    string;
    operUserid:     string;
    remark:         string;
    remarkCorpName: string;
    remarkMobiles:  string[];
    state?:         string;
    tags:           FollowUserTag[];
    userid:         string;
    [property: string]: unknown;
}

export interface FollowUserTag {
    groupName: string;
    tagName:   string;
    type:      number;
    [property: string]: unknown;
}

export interface TagGroupList {
    tagGroup: TagGroup[];
    [property: string]: unknown;
}

export interface TagGroup {
    createTime: number;
    deleted:    boolean;
    groupId:    string;
    groupName:  string;
    order:      number;
    tag:        Tag[];
    [property: string]: unknown;
}

export interface Tag {
    createTime: number;
    deleted:    boolean;
    id:         string;
    name:       string;
    order:      number;
    [property: string]: unknown;
}

// Converts JSON types to/from your types
// and asserts the results at runtime
export class Convert {
    public static toContactDetail(json: unknown): ContactDetail {
        return cast(json, r("ContactDetail"));
    }

    public static contactDetailToJson(value: ContactDetail): unknown {
        return uncast(value, r("ContactDetail"));
    }

    public static toExternalContact(json: unknown): ExternalContact {
        return cast(json, r("ExternalContact"));
    }

    public static externalContactToJson(value: ExternalContact): unknown {
        return uncast(value, r("ExternalContact"));
    }

    public static toExternalProfile(json: unknown): ExternalProfile {
        return cast(json, r("ExternalProfile"));
    }

    public static externalProfileToJson(value: ExternalProfile): unknown {
        return uncast(value, r("ExternalProfile"));
    }

    public static toExternalAttr(json: unknown): ExternalAttr {
        return cast(json, r("ExternalAttr"));
    }

    public static externalAttrToJson(value: ExternalAttr): unknown {
        return uncast(value, r("ExternalAttr"));
    }

    public static toExternalAttrText(json: unknown): ExternalAttrText {
        return cast(json, r("ExternalAttrText"));
    }

    public static externalAttrTextToJson(value: ExternalAttrText): unknown {
        return uncast(value, r("ExternalAttrText"));
    }

    public static toExternalAttrWeb(json: unknown): ExternalAttrWeb {
        return cast(json, r("ExternalAttrWeb"));
    }

    public static externalAttrWebToJson(value: ExternalAttrWeb): unknown {
        return uncast(value, r("ExternalAttrWeb"));
    }

    public static toExternalAttrMiniprogram(json: unknown): ExternalAttrMiniprogram {
        return cast(json, r("ExternalAttrMiniprogram"));
    }

    public static externalAttrMiniprogramToJson(value: ExternalAttrMiniprogram): unknown {
        return uncast(value, r("ExternalAttrMiniprogram"));
    }

    public static toFollowUser(json: unknown): FollowUser {
        return cast(json, r("FollowUser"));
    }

    public static followUserToJson(value: FollowUser): unknown {
        return uncast(value, r("FollowUser"));
    }

    public static toFollowUserTag(json: unknown): FollowUserTag {
        return cast(json, r("FollowUserTag"));
    }

    public static followUserTagToJson(value: FollowUserTag): unknown {
        return uncast(value, r("FollowUserTag"));
    }

    public static toTagGroupList(json: unknown): TagGroupList {
        return cast(json, r("TagGroupList"));
    }

    public static tagGroupListToJson(value: TagGroupList): unknown {
        return uncast(value, r("TagGroupList"));
    }

    public static toTagGroup(json: unknown): TagGroup {
        return cast(json, r("TagGroup"));
    }

    public static tagGroupToJson(value: TagGroup): unknown {
        return uncast(value, r("TagGroup"));
    }

    public static toTag(json: unknown): Tag {
        return cast(json, r("Tag"));
    }

    public static tagToJson(value: Tag): unknown {
        return uncast(value, r("Tag"));
    }
}

function invalidValue(typ: any, val: any, key: any, parent: any = ''): never {
    const prettyTyp = prettyTypeName(typ);
    const parentText = parent ? ` on ${parent}` : '';
    const keyText = key ? ` for key "${key}"` : '';
    throw Error(`Invalid value${keyText}${parentText}. Expected ${prettyTyp} but got ${JSON.stringify(val)}`);
}

function prettyTypeName(typ: any): string {
    if (Array.isArray(typ)) {
        if (typ.length === 2 && typ[0] === undefined) {
            return `an optional ${prettyTypeName(typ[1])}`;
        } else {
            return `one of [${typ.map(a => { return prettyTypeName(a); }).join(", ")}]`;
        }
    } else if (typeof typ === "object" && typ.literal !== undefined) {
        return typ.literal;
    } else {
        return typeof typ;
    }
}

function jsonToJSProps(typ: any): any {
    if (typ.jsonToJS === undefined) {
        const map: any = {};
        typ.props.forEach((p: any) => map[p.json] = { key: p.js, typ: p.typ });
        typ.jsonToJS = map;
    }
    return typ.jsonToJS;
}

function jsToJSONProps(typ: any): any {
    if (typ.jsToJSON === undefined) {
        const map: any = {};
        typ.props.forEach((p: any) => map[p.js] = { key: p.json, typ: p.typ });
        typ.jsToJSON = map;
    }
    return typ.jsToJSON;
}

function transform(val: any, typ: any, getProps: any, key: any = '', parent: any = ''): any {
    function transformPrimitive(typ: string, val: any): any {
        if (typeof typ === typeof val) return val;
        return invalidValue(typ, val, key, parent);
    }

    function transformUnion(typs: any[], val: any): any {
        // val must validate against one typ in typs
        const l = typs.length;
        for (let i = 0; i < l; i++) {
            const typ = typs[i];
            try {
                return transform(val, typ, getProps);
            } catch (_) {}
        }
        return invalidValue(typs, val, key, parent);
    }

    function transformEnum(cases: string[], val: any): any {
        if (cases.indexOf(val) !== -1) return val;
        return invalidValue(cases.map(a => { return l(a); }), val, key, parent);
    }

    function transformArray(typ: any, val: any): any {
        // val must be an array with no invalid elements
        if (!Array.isArray(val)) return invalidValue(l("array"), val, key, parent);
        return val.map(el => transform(el, typ, getProps));
    }

    function transformDate(val: any): any {
        if (val === null) {
            return null;
        }
        const d = new Date(val);
        if (isNaN(d.valueOf())) {
            return invalidValue(l("Date"), val, key, parent);
        }
        return d;
    }

    function transformObject(props: { [k: string]: any }, additional: any, val: any): any {
        if (val === null || typeof val !== "object" || Array.isArray(val)) {
            return invalidValue(l(ref || "object"), val, key, parent);
        }
        const result: any = {};
        Object.getOwnPropertyNames(props).forEach(key => {
            const prop = props[key];
            const v = Object.prototype.hasOwnProperty.call(val, key) ? val[key] : undefined;
            result[prop.key] = transform(v, prop.typ, getProps, key, ref);
        });
        Object.getOwnPropertyNames(val).forEach(key => {
            if (!Object.prototype.hasOwnProperty.call(props, key)) {
                result[key] = transform(val[key], additional, getProps, key, ref);
            }
        });
        return result;
    }

    if (typ === "any") return val;
    if (typ === null) {
        if (val === null) return val;
        return invalidValue(typ, val, key, parent);
    }
    if (typ === false) return invalidValue(typ, val, key, parent);
    let ref: any = undefined;
    while (typeof typ === "object" && typ.ref !== undefined) {
        ref = typ.ref;
        typ = typeMap[typ.ref];
    }
    if (Array.isArray(typ)) return transformEnum(typ, val);
    if (typeof typ === "object") {
        return typ.hasOwnProperty("unionMembers") ? transformUnion(typ.unionMembers, val)
            : typ.hasOwnProperty("arrayItems")    ? transformArray(typ.arrayItems, val)
            : typ.hasOwnProperty("props")         ? transformObject(getProps(typ), typ.additional, val)
            : invalidValue(typ, val, key, parent);
    }
    // Numbers can be parsed by Date but shouldn't be.
    if (typ === Date && typeof val !== "number") return transformDate(val);
    return transformPrimitive(typ, val);
}

function cast<T>(val: any, typ: any): T {
    return transform(val, typ, jsonToJSProps);
}

function uncast<T>(val: T, typ: any): any {
    return transform(val, typ, jsToJSONProps);
}

function l(typ: any) {
    return { literal: typ };
}

function a(typ: any) {
    return { arrayItems: typ };
}

function u(...typs: any[]) {
    return { unionMembers: typs };
}

function o(props: any[], additional: any) {
    return { props, additional };
}

function m(additional: any) {
    return { props: [], additional };
}

function r(name: string) {
    return { ref: name };
}

const typeMap: any = {
    "ContactDetail": o([
        { json: "external_contact", js: "externalContact", typ: r("ExternalContact") },
        { json: "follow_user", js: "followUser", typ: a(r("FollowUser")) },
    ], "any"),
    "ExternalContact": o([
        { json: "avatar", js: "avatar", typ: "" },
        { json: "corp_name", js: "corpName", typ: "" },
        { json: "external_profile", js: "externalProfile", typ: r("ExternalProfile") },
        { json: "external_userid", js: "externalUserid", typ: "" },
        { json: "gender", js: "gender", typ: 0 },
        { json: "name", js: "name", typ: "" },
        { json: "position", js: "position", typ: "" },
        { json: "type", js: "type", typ: 0 },
        { json: "unionid", js: "unionid", typ: "" },
    ], "any"),
    "ExternalProfile": o([
        { json: "external_attr", js: "externalAttr", typ: a(r("ExternalAttr")) },
        { json: "external_corp_name", js: "externalCorpName", typ: "" },
    ], "any"),
    "ExternalAttr": o([
        { json: "miniprogram", js: "miniprogram", typ: u(undefined, r("ExternalAttrMiniprogram")) },
        { json: "name", js: "name", typ: "" },
        { json: "text", js: "text", typ: u(undefined, r("ExternalAttrText")) },
        { json: "type", js: "type", typ: 0 },
        { json: "web", js: "web", typ: u(undefined, r("ExternalAttrWeb")) },
    ], "any"),
    "ExternalAttrMiniprogram": o([
        { json: "appid", js: "appid", typ: "" },
        { json: "pagepath", js: "pagepath", typ: "" },
        { json: "title", js: "title", typ: "" },
    ], "any"),
    "ExternalAttrText": o([
        { json: "value", js: "value", typ: "" },
    ], "any"),
    "ExternalAttrWeb": o([
        { json: "title", js: "title", typ: "" },
        { json: "url", js: "url", typ: "" },
    ], "any"),
    "FollowUser": o([
        { json: "add_way", js: "addWay", typ: 0 },
        { json: "createtime", js: "createtime", typ: 0 },
        { json: "description", js: "description", typ: "" },
        { json: "oper_userid", js: "operUserid", typ: "" },
        { json: "remark", js: "remark", typ: "" },
        { json: "remark_corp_name", js: "remarkCorpName", typ: "" },
        { json: "remark_mobiles", js: "remarkMobiles", typ: a("") },
        { json: "state", js: "state", typ: u(undefined, "") },
        { json: "tags", js: "tags", typ: a(r("FollowUserTag")) },
        { json: "userid", js: "userid", typ: "" },
    ], "any"),
    "FollowUserTag": o([
        { json: "group_name", js: "groupName", typ: "" },
        { json: "tag_name", js: "tagName", typ: "" },
        { json: "type", js: "type", typ: 0 },
    ], "any"),
    "TagGroupList": o([
        { json: "tag_group", js: "tagGroup", typ: a(r("TagGroup")) },
    ], "any"),
    "TagGroup": o([
        { json: "create_time", js: "createTime", typ: 0 },
        { json: "deleted", js: "deleted", typ: true },
        { json: "group_id", js: "groupId", typ: "" },
        { json: "group_name", js: "groupName", typ: "" },
        { json: "order", js: "order", typ: 0 },
        { json: "tag", js: "tag", typ: a(r("Tag")) },
    ], "any"),
    "Tag": o([
        { json: "create_time", js: "createTime", typ: 0 },
        { json: "deleted", js: "deleted", typ: true },
        { json: "id", js: "id", typ: "" },
        { json: "name", js: "name", typ: "" },
        { json: "order", js: "order", typ: 0 },
    ], "any"),
};
