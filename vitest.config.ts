import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 60_000,
    // The default leaves a processor free, and of two that is half of the time.
    maxWorkers: "100%",
  },
});
