import type { Dialect } from "./dialect.js";
import { answers, titles } from "./titles.js";

/** The dialect whose types are those of Go, and whose names and types stand in back-ticks. */
export const go: Dialect = {
  name: "go",
  alternatives: [],
  layout: "sections",
  sections: { models: "Models", calls: "API calls", callbacks: "Callbacks" },
  columns: {
    fields: {
      titles: {
        name: [],
        identifier: ["Name", ...titles.name],
        tag: ["JSON"],
        xml: ["XML"],
        type: ["Type", ...titles.type],
        required: ["Required", ...titles.required],
        optional: ["Optional", ...titles.optional],
        default: ["Default", ...titles.default],
        example: ["Example", ...titles.example],
        deprecated: ["Deprecated", ...titles.deprecated],
        since: ["Since", ...titles.since],
        values: ["Values", ...titles.values],
        limits: ["Limits", ...titles.limits],
        doc: ["Doc", ...titles.doc],
        note: [],
        position: [],
        ignore: [],
      },
      required: ["identifier", "type"],
    },
    calls: {
      titles: {
        name: ["Name", ...titles.name],
        request: ["Request Type", ...titles.request],
        response: ["Response Type", ...titles.response],
        token: ["Access Token"],
        url: ["URL", ...titles.url],
        doc: ["Doc", ...titles.doc],
      },
      required: ["name", "request", "response", "token", "url"],
    },
    callbacks: {
      titles: {
        name: ["Name", ...titles.name],
        envelope: ["Envelope"],
        message: ["Message"],
        reply: ["Reply"],
        doc: ["Doc", ...titles.doc],
      },
      required: ["name", "envelope"],
    },
    values: { titles: { value: [], name: [], doc: [], ignore: [] }, required: ["value"] },
  },
  types: {},
  typePatterns: {},
  flags: { "+": true, y: true, yes: true, "-": false, n: false, no: false },
  answers,
  otherAnswers: "error",
  methods: {
    GET: { carrier: "query", method: "GET" },
    POST: { carrier: "body", method: "POST" },
    "POST(media)": { carrier: "upload", method: "POST" },
    PUT: { carrier: "body", method: "PUT" },
    PATCH: { carrier: "body", method: "PATCH" },
    DELETE: { carrier: "query", method: "DELETE" },
    HEAD: { carrier: "query", method: "HEAD" },
  },
  shortRows: false,
  continuedRows: false,
  calls: { names: "heading", envelope: [] },
  headings: { titles: {}, patterns: [], titleLine: false },
};
