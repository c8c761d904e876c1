// Loaded with --require into a process that is measured: tells its user time and the most memory that it had.
const { writeSync } = require("node:fs");
const { resourceUsage } = process;
process.on("exit", () => {
  const { maxRSS, userCPUTime } = resourceUsage.call(process);
  writeSync(3, `${maxRSS} ${userCPUTime}`);
});
