/** placeholder */
export const inboxScript: string = '';
