/** Items in order of their due time, earliest first; equal times in the order they came. A binary heap. */
export interface DueQueue<Item> {
  push(item: Item, dueMs: number): void;
  peek(): { readonly item: Item; readonly dueMs: number } | undefined;
  pop(): { readonly item: Item; readonly dueMs: number } | undefined;
}

interface Entry<Item> {
  readonly item: Item;
  readonly dueMs: number;
  readonly order: number;
}

export function createDueQueue<Item>(): DueQueue<Item> {
  const heap: Entry<Item>[] = [];
  let pushed = 0;
  return {
    push(item, dueMs) {
      const entry = { item, dueMs, order: pushed++ };
      let index = heap.length;
      heap.push(entry);
      while (index > 0) {
        const parent = (index - 1) >> 1;
        const above = heap[parent] as Entry<Item>;
        if (!before(entry, above)) break;
        heap[index] = above;
        index = parent;
      }
      heap[index] = entry;
    },
    peek: () => heap[0],
    pop() {
      const top = heap[0];
      const last = heap.pop();
      if (top === undefined || last === undefined || heap.length === 0) return top;
      let index = 0;
      for (;;) {
        let child = 2 * index + 1;
        if (child >= heap.length) break;
        const right = heap[child + 1];
        if (right !== undefined && before(right, heap[child] as Entry<Item>)) child++;
        const below = heap[child] as Entry<Item>;
        if (!before(below, last)) break;
        heap[index] = below;
        index = child;
      }
      heap[index] = last;
      return top;
    },
  };
}

function before<Item>(a: Entry<Item>, b: Entry<Item>): boolean {
  return a.dueMs < b.dueMs || (a.dueMs === b.dueMs && a.order < b.order);
}
