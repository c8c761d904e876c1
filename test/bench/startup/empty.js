// Tells how long the process has been running, in milliseconds.
console.log(performance.now());
