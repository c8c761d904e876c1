export { WeComFake, type FakeClientOptions, type FakeOptions } from "./fake.js";
export { refusal } from "./refusal.js";
