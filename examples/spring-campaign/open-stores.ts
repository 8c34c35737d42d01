import { type Clock, type MessengerStores, memoryStores } from 'licet';

/** The stores of the campaign. */
export async function openStores(
  _folder: string,
  tenant: string,
  clock: Clock,
): Promise<{ readonly stores: MessengerStores; close(): Promise<void> }> {
  return { stores: memoryStores({ clock, tenant }), close: async () => {} };
}
