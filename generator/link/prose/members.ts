import { pascalCase } from "../../parse/outline/names.js";
import { printable } from "../../source/code.js";
import type { ValueList } from "./pairs.js";

/** A member of an enum that is suggested. */
export interface SuggestedMember {
  /** The name without that of the enum. */
  readonly name: string;
  readonly value: string;
  readonly label: string;
}

/** An enum that is suggested. */
export interface SuggestedEnum {
  readonly name: string;
  /** The type of Go that its values have. */
  readonly base: string;
  readonly documentation: string;
  readonly members: readonly SuggestedMember[];
}

/**
 * Names the values of a list: after themselves if they are words, after their labels if these are words of
 * Latin letters, else by their numbers.
 */
export function membersOf({ pairs, isInteger }: ValueList): SuggestedMember[] {
  const candidates = isInteger
    ? [
        pairs.map(({ label }) => (isName(label) ? pascalCase(label) : "")),
        pairs.map(({ value }) => value.replace(/^-/, "Minus")),
      ]
    : [pairs.map(({ value }) => pascalCase(value))];
  const names = candidates.find(areDistinct) ?? pairs.map((_, index) => String(index + 1));
  return pairs.map(({ value, label }, index) => {
    return { name: names[index] ?? "", value: integerText(value), label: lineOf(label) };
  });
}

/** Returns an integer without zeros before it, which another base has. */
function integerText(value: string): string {
  return /^-?\d+$/.test(value) ? String(Number(value)) : value;
}

/** Tells whether a label is a few words of Latin letters. */
function isName(label: string): boolean {
  return /^[A-Za-z][A-Za-z\d]*(?:[ _-][A-Za-z\d]+){0,3}$/.test(label);
}

function areDistinct(names: readonly string[]): boolean {
  return names.every((name) => name !== "") && new Set(names).size === names.length;
}

function lineOf(label: string): string {
  return printable(label.replaceAll(/<br\s*\/?>|\s+/gi, " ").replaceAll("\\|", "|"));
}
