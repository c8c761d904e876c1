import type { SourceText } from "../../source/source.js";
import type { ParseContext } from "../context.js";

/** A row of a table of the fields of a request. */
interface Row<Node> {
  readonly name: SourceText;
  /** Whether a column says that the field is in the body. */
  readonly isInBody?: boolean;
  /** Whether a column says where the field is. */
  readonly isPlaced?: boolean;
  readonly children: Node[];
}

/**
 * Replaces the row of a whole body by the fields of the object below it, as generators write them: one row in the
 * body, named `body`, or with rows below it that are nowhere else. Without these the row stays a field, which is told.
 */
export function withoutBodyRow<Node extends Row<Node>>(
  nodes: Node[],
  { report }: ParseContext,
): Node[] {
  const inBody = nodes.filter(({ isInBody }) => isInBody === true);
  const [body] = inBody;
  if (body === undefined || inBody.length > 1) return nodes;
  const { name, children } = body;
  const isNamed = name.text.toLowerCase() === "body";
  if (children.length > 0 && (isNamed || children.every(({ isPlaced }) => isPlaced !== true)))
    return nodes.flatMap((node) => (node === body ? children : node));
  if (isNamed) report("whole-body", name.range, { name: name.text });
  return nodes;
}
