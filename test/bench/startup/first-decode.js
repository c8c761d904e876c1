// Tells the same after importing the package and decoding once.
import { decodeExternalContact } from "workwx-sdk";

decodeExternalContact({
  external_userid: "woAJ2GCAAAXtWyujaWJHDDGi0mACAAA1",
  name: "李四",
  type: 1,
});
console.log(performance.now());
