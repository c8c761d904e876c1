import { Orders, 订单Codec } from "orders-sdk";

/** Returns the amount of an order in yuan. */
export async function yuanOf(orderId: string): Promise<number> {
  const { order } = await new Orders().getOrdersByOrderId({ orderId });
  return Number(order?.amount ?? 0n) / 100;
}

/** Returns an order in JSON; its amount keeps all digits. */
export function jsonOf(amount: bigint): string {
  return 订单Codec.stringify({ orderId: "1", amount, remark: undefined });
}
