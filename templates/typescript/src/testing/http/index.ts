export { HttpFake, refusal, type FakeOptions } from "./fake.js";
