// Loaded with --require into a process that is measured: tells the most memory that it had.
const { writeSync } = require("node:fs");
const { resourceUsage } = process;
process.on("exit", () => writeSync(3, String(resourceUsage.call(process).maxRSS)));
