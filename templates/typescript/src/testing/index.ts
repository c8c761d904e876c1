export type { Answer, AnswerOf, RequestContext } from "./answers.js";
export type { FakeRequest } from "./fake.js";
export type { FakeFile, ReceivedFile } from "./file.js";
export type { RateLimit } from "./limits.js";
export type { Refusal, Violation, ViolationKind } from "./refusal.js";
export type { Call, Routes, Shape } from "./route.js";
